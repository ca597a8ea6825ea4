package io.faasruntime.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.it.server.TestServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people paste runs: the compatibility suites of every language. */
@ExtendWith(ArquillianExtension.class)
class CompatibilityIT {

    private final TestServer server = TestServer.shipped();

    static List<CompatibilityProgram> python() throws IOException {
        return programs("python");
    }

    static List<CompatibilityProgram> javaScript() throws IOException {
        return programs("javascript");
    }

    static List<CompatibilityProgram> typeScript() throws IOException {
        return programs("typescript");
    }

    private static List<CompatibilityProgram> programs(String language) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/compatibility", language))) {
            return files.sorted().map(CompatibilityProgram::read).toList();
        }
    }

    @ParameterizedTest
    @MethodSource
    void python(CompatibilityProgram program) throws Exception {
        assertRuns("python", program);
    }

    @ParameterizedTest
    @MethodSource
    void javaScript(CompatibilityProgram program) throws Exception {
        assertRuns("js", program);
    }

    @ParameterizedTest
    @MethodSource
    void typeScript(CompatibilityProgram program) throws Exception {
        assertRuns("ts", program);
    }

    private void assertRuns(String language, CompatibilityProgram program) throws Exception {
        JsonObject response = server.run(language, program.code());
        assertEquals(program.status(), TestServer.status(response), response.toString());
        assertEquals(program.stdout(), TestServer.stdout(response), response.toString());
        JsonObject error = response.getJsonObject("metadata").getJsonObject("error");
        if (program.header().containsKey("expect.error_type")) {
            assertEquals(program.header().get("expect.error_type"), error.getString("type"));
        }
        if (program.header().containsKey("expect.error_contains")) {
            String part = program.header().get("expect.error_contains");
            assertTrue(error.getString("message").contains(part), error.toString());
        }
    }
}
