package io.faasruntime.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.it.server.ForwardingServer;
import io.faasruntime.it.server.LibertyProcess;
import io.faasruntime.it.server.TestServer;
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
        try (ForwardingServer way = ForwardingServer.to(node.base());
                LibertyProcess liberty = LibertyProcess.start(
                        "faasRuntimeGateway",
                        Map.of(
                                "COZE_LOOP_FAAS_URL",
                                way.address().resolve("faas").toString()))) {
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
            passesTheCallersContextOn(gateway, way);
        }
    }

    private static void passesTheCallersContextOn(TestServer gateway, ForwardingServer way) throws Exception {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        gateway.post(
                "api/runtimes/js/run",
                "{\"code\": \"1\"}",
                Map.of("traceparent", trace, "tracestate", "vendor=1", "X-Request-ID", "request-7"));
        assertEquals(trace, way.lastHeader("traceparent"));
        assertEquals("vendor=1", way.lastHeader("tracestate"));
        assertEquals("request-7", way.lastHeader("X-Request-ID"));
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
