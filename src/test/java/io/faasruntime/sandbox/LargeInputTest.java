package io.faasruntime.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.api.Language;
import io.faasruntime.api.SandboxConfig;
import io.faasruntime.config.ExecutionPolicy;
import io.faasruntime.config.MapConfig;
import io.faasruntime.sandbox.engine.InstalledEngines;
import io.faasruntime.spi.Deadline;
import io.faasruntime.spi.Execution;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As much data as the operator allows gets to the code of every engine. */
@Timeout(180)
class LargeInputTest {

    private static final int MAX_INPUT_BYTES = 40 << 20;
    private static final SandboxConfig LIMITS =
            SandboxConfig.DEFAULT.withMemoryLimitMb(512).withTimeLimit(Duration.ofSeconds(60));

    private EmbeddedBackend backend;

    @BeforeEach
    void start() {
        Assumptions.assumeTrue(InstalledEngines.areSupportedHere());
        Config config = MapConfig.of(Map.of(
                "faas-runtime.max-input-bytes", String.valueOf(MAX_INPUT_BYTES),
                "faas-runtime.sandbox.workers", "1",
                "faas-runtime.sandbox.cache-directory", InstalledEngines.DIRECTORY.toString()));
        backend =
                new EmbeddedBackend(SandboxSettings.from(config), ExecutionPolicy.from(config), InstalledEngines.all());
    }

    @AfterEach
    void close() {
        if (backend != null) {
            backend.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "js, return_val(input.length), x",
        "ts, return_val((input as string).length), x",
        "python, return_val(len(input)), x",
        // Nothing but the widest encoding holds both.
        "js, return_val(input.length), é€",
        "python, return_val(len(input)), é€"
    })
    void asMuchInputAsTheOperatorAllows(String language, String code, String unit) throws Exception {
        int bytes = unit.getBytes(StandardCharsets.UTF_8).length;
        int count = (MAX_INPUT_BYTES - 2) / bytes;
        String input = '"' + unit.repeat(count) + '"';
        Language wanted = backend.languages().stream()
                .filter(known -> known.isNamed(language))
                .findFirst()
                .orElseThrow();
        ExecutionResult result = backend.execute(
                        new Execution(wanted, code, input, Map.of(), LIMITS, Deadline.after(LIMITS.timeLimit()), false))
                .toCompletableFuture()
                .get(120, TimeUnit.SECONDS);
        assertEquals(
                ExecutionStatus.SUCCESS,
                result.status(),
                () -> result.error() + result.output().stderr());
        assertEquals(String.valueOf(count * unit.length()), result.output().retVal());
    }
}
