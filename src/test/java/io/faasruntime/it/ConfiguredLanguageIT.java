package io.faasruntime.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.it.server.EchoService;
import io.faasruntime.it.server.LibertyProcess;
import io.faasruntime.it.server.TestServer;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A language that this project has never heard of: its service's address is all it takes. */
@ExtendWith(ArquillianExtension.class)
class ConfiguredLanguageIT {

    @Test
    void runsBesideTheEmbeddedLanguages() throws Exception {
        try (EchoService service = new EchoService()) {
            Map<String, String> environment = Map.of(
                    "COZE_LOOP_ECHO_FAAS_URL",
                    service.address().toString(),
                    "FAAS_RUNTIME_FAAS_ECHO_ALIASES",
                    "ec,parrot");
            try (LibertyProcess liberty = LibertyProcess.start("faasRuntimeEcho", environment)) {
                TestServer server = liberty.client();
                for (String name : List.of("echo", "EC", "Parrot")) {
                    JsonObject response = server.run(name, "hello from " + name);
                    assertEquals("hello from " + name, TestServer.stdout(response), response.toString());
                    assertEquals("success", TestServer.status(response));
                    assertEquals("echo", response.getJsonObject("metadata").getString("language"));
                }
                assertEquals(Set.of("echo"), Set.copyOf(service.languages()));
                assertDescribed(server);
                assertEquals("1\n", TestServer.stdout(server.run("python", "print(1)")));
                assertHasNoParser(server);
            }
        }
    }

    private static void assertDescribed(TestServer server) throws Exception {
        JsonObject description = TestServer.json(server.get("api/runtimes/ec"));
        assertEquals("echo", description.getString("language"));
        assertEquals("http", description.getString("backend"));
        assertEquals("up", description.getString("status"), description.toString());
        String unknown = server.get("api/runtimes/cobol").body();
        assertTrue(unknown.contains("echo (ec, parrot)"), unknown);
        String ready = server.get("health/ready").body();
        assertTrue(ready.contains("echo"), ready);
    }

    private static void assertHasNoParser(TestServer server) throws Exception {
        HttpResponse<String> response = server.post("api/runtimes/echo/validate", "{\"code\": \"x\"}");
        assertEquals(503, response.statusCode());
        assertTrue(response.body().contains("there is no parser for echo"), response.body());
    }
}
