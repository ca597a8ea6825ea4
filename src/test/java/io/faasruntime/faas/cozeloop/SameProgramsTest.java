package io.faasruntime.faas.cozeloop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.api.ExecutionRequest;
import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.api.Language;
import io.faasruntime.config.MapConfig;
import io.faasruntime.faas.Calls;
import io.faasruntime.faas.FaasBackend;
import io.faasruntime.runtime.Runtimes;
import io.faasruntime.sandbox.RealSandbox;
import io.faasruntime.sandbox.engine.InstalledEngines;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same programs through the embedded engine and through coze-loop's servers: the same status, result and output, or a
 * line with the reason in {@code cozeloop/exceptions.txt}.
 */
class SameProgramsTest {

    private static final Duration LIMIT = Duration.ofSeconds(3);

    private static final Map<String, String> EXCEPTIONS = JavaScriptServer.resource("exceptions.txt")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .collect(Collectors.toMap(
                    line -> line.substring(0, line.indexOf(": ")), line -> line.substring(line.indexOf(": ") + 2)));

    @TempDir
    static Path folder;

    private static RealSandbox sandbox;
    private static Runtimes embedded;
    private static JavaScriptServer javaScript;
    private static PythonServer python;
    private static FaasBackend backend;
    private static Runtimes remote;

    @BeforeAll
    static void start() {
        Assumptions.assumeTrue(InstalledEngines.areSupportedHere());
        sandbox = new RealSandbox();
        Config config = MapConfig.of(Map.of());
        embedded = new Runtimes(config, sandbox.backend());
        javaScript = new JavaScriptServer(folder);
        python = new PythonServer(sandbox.backend());
        backend = Calls.backend(
                sandbox.backend(),
                "COZE_LOOP_JS_FAAS_URL",
                javaScript.address().toString(),
                "COZE_LOOP_PYTHON_FAAS_URL",
                python.address().toString(),
                "faas-runtime.faas.breaker-volume",
                "10000");
        remote = new Runtimes(config, backend, sandbox.backend());
        for (Language language : Language.BUILT_IN) {
            run(embedded, new SampleProgram(language, "warm-up", "1"));
        }
    }

    @AfterAll
    static void stop() {
        if (backend != null) {
            Calls.stop(backend);
            javaScript.close();
            python.close();
            sandbox.close();
        }
    }

    static Stream<SampleProgram> programs() {
        return Stream.of(Language.PYTHON, Language.JAVASCRIPT, Language.TYPESCRIPT)
                .flatMap(language -> SampleProgram.of(language).stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void endsTheSame(SampleProgram program) {
        Assumptions.assumeTrue(
                program.language().equals(Language.PYTHON) || JavaScriptServer.isPossibleHere(), "needs Node.js");
        String here = told(program, run(embedded, program));
        String there = told(program, run(remote, program));
        if (EXCEPTIONS.containsKey(program.toString())) {
            assertNotEquals(here, there, "no exception any more");
        } else {
            assertEquals(here, there);
        }
    }

    @Test
    void thereAreAHundredAndFewExceptions() {
        List<String> names = programs().map(SampleProgram::toString).toList();
        assertTrue(names.size() >= 100, "programs: " + names.size());
        assertEquals(names.size(), names.stream().distinct().count(), "names are unique");
        assertTrue(names.containsAll(EXCEPTIONS.keySet()), "exceptions are programs");
        assertFalse(EXCEPTIONS.size() > 10, "exceptions: " + EXCEPTIONS.size());
    }

    private static ExecutionResult run(Runtimes runtimes, SampleProgram program) {
        Duration limit = program.name().equals("warm-up") ? Duration.ofMinutes(1) : LIMIT;
        return runtimes.of(program.language())
                .runCode(ExecutionRequest.of(program.code()).withTimeLimit(limit));
    }

    /** Everything but times; and how a syntax error of JavaScript is shown, since services give no place for it. */
    private static String told(SampleProgram program, ExecutionResult result) {
        boolean unplaced =
                program.language().equals(Language.JAVASCRIPT) && result.status() == ExecutionStatus.SYNTAX_ERROR;
        return String.join(
                "\n",
                result.status() + " " + result.exitCode() + (result.truncated() ? " truncated" : ""),
                result.error().map(Object::toString).orElse("no error"),
                "ret " + result.output().retVal(),
                "out " + result.output().stdout(),
                unplaced ? "" : "err " + result.output().stderr());
    }
}
