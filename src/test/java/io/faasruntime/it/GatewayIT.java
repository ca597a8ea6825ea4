package io.faasruntime.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.wire.JsonText;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A gateway, configured to use the server under test as its FaaS node, gives the same results as the node itself. */
@ExtendWith(ArquillianExtension.class)
class GatewayIT {

    @Test
    void givesTheNodesResultsOverHttp() throws Exception {
        TestServer node = TestServer.shipped();
        Map<String, String> environment =
                Map.of("COZE_LOOP_FAAS_URL", node.base().resolve("faas").toString());
        try (LibertyProcess liberty = LibertyProcess.start("faasRuntimeGateway", environment)) {
            TestServer gateway = liberty.client();
            JsonObject python = TestServer.json(gateway.get("api/runtimes/python"));
            assertEquals("http", python.getString("backend"), python.toString());
            assertTrue(liberty.workers().isEmpty(), "a gateway needs no workers: " + liberty.workers());
            for (String language : List.of("python", "js", "ts")) {
                JsonObject request = JsonText.parse(
                                Files.readString(Path.of("src/examples/score-" + language + ".json")))
                        .asJsonObject();
                assertSame(node.runRequest(language, request), gateway.runRequest(language, request));
                assertSame(node.run(language, "throw new"), gateway.run(language, "throw new"));
                assertSame(
                        node.run(language, "return_val(undefined_name)"),
                        gateway.run(language, "return_val(undefined_name)"));
            }
        }
    }

    private static void assertSame(JsonObject expected, JsonObject actual) {
        assertEquals(expected.getJsonObject("output"), actual.getJsonObject("output"));
        for (String member : List.of("status", "error", "exit_code", "timed_out", "truncated", "language")) {
            assertEquals(
                    expected.getJsonObject("metadata").get(member),
                    actual.getJsonObject("metadata").get(member),
                    member);
        }
    }
}
