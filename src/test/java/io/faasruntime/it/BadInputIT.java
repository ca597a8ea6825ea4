package io.faasruntime.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.it.server.TestServer;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a request, the answer names the field and what is allowed. */
@ExtendWith(ArquillianExtension.class)
class BadInputIT {

    private final TestServer server = TestServer.shipped();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"code\": \"\"}; code; 1 to 8388608 bytes",
                "{\"code\": \" \\n\"}; code; 1 to 8388608 bytes",
                "{}; code; a string",
                "{\"code\": 5}; code; a string",
                "{\"code\": \"x\", \"timeout\": -5}; timeout; 1 or more",
                "{\"code\": \"x\", \"timeout\": \"soon\"}; timeout; a whole number",
                "{\"code\": \"x\", \"limits\": {\"memory_mb\": 1}}; limits.memory_mb; 64 to 512 MB",
                "{\"code\": \"x\", \"limits\": {\"memory_mb\": 9999999999}}; limits.memory_mb; 64 to 512 MB",
                "{\"code\": \"x\", \"limits\": {\"max_output_bytes\": 99999999999}}; limits.max_output_bytes; bytes",
                "{\"code\": \"x\", \"limits\": {\"network\": true}}; limits.network; allowed is false",
                "[1, 2]; body; a JSON object",
                "{\"code\": ; body; a JSON object",
                "; body; a JSON object",
            })
    void namesTheFieldAndWhatIsAllowed(String body, String field, String allowed) throws Exception {
        String json = body == null ? "" : body;
        assertProblem(server.post("api/runtimes/python/run", json), 400, field, allowed);
        String contract = json.startsWith("{") ? json.replaceFirst("\\{", "{\"language\": \"js\", ") : json;
        HttpResponse<String> response = server.post("run_code", contract.replace(", }", "}"));
        assertProblem(response, 400, field, allowed);
        assertTrue(TestServer.json(response).containsKey("error"), response.body());
        assertTrue(TestServer.json(response).containsKey("details"), response.body());
    }

    /** What coze-loop's servers take is an error only where nobody expects them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"code\": \"x\", \"timeout\": 9999999999}; timeout; 1 to 300000 ms",
                "{\"code\": \"x\", \"timeout\": 9223372036854775807}; timeout; 1 to 300000 ms",
                "{\"code\": \"x\", \"timeout\": \"5000\"}; timeout; a whole number",
                "{\"code\": \"x\", \"timeout\": 1500.5}; timeout; a whole number",
                "{\"code\": \"x\", \"ext\": {\"a\": 1}}; ext; strings",
            })
    void ofCallersOfTheContractMoreIsTaken(String body, String field, String allowed) throws Exception {
        assertProblem(server.post("api/runtimes/js/run", body), 400, field, allowed);
        String contract = body.replaceFirst("\"x\"", "\"console.log(1)\", \"language\": \"js\"");
        HttpResponse<String> taken = server.post("run_code", contract);
        assertEquals(200, taken.statusCode(), taken.body());
        assertEquals("1\n", TestServer.stdout(TestServer.json(taken)));
        HttpResponse<String> strict = server.post("faas/run_code", contract, Map.of("Prefer", "handling=strict"));
        assertProblem(strict, 400, field, allowed);
    }

    @Test
    void anUnknownLanguageIsAnsweredWithTheKnownOnes() throws Exception {
        String known = "python (py), js (javascript), ts (typescript)";
        assertProblem(server.post("api/runtimes/cobol/run", "{\"code\": \"x\"}"), 404, "language", known);
        assertProblem(server.get("api/runtimes/cobol"), 404, "language", known);
        assertProblem(
                server.post("run_code", "{\"code\": \"x\", \"language\": \"cobol\"}"), 400, "language", "python (py)");
        assertProblem(server.post("run_code", "{\"code\": \"x\"}"), 400, "language", "python");
    }

    @Test
    void tenMegabytesOfCodeAreRefused() throws Exception {
        String body = "{\"code\": \"" + "x".repeat(10_000_000) + "\"}";
        assertProblem(server.post("api/runtimes/js/run", body), 400, "code", "up to 8388608 bytes");
        String huge = "{\"code\": \"" + "x".repeat(40_000_000) + "\"}";
        assertProblem(server.post("api/runtimes/js/run", huge), 400, "body", "allowed are up to");
        assertEquals("1\n", TestServer.stdout(server.run("js", "console.log(1)")));
    }

    @Test
    void otherContentTypesAreRefusedSoThatNoWebPageCanRunCode() throws Exception {
        byte[] body = "{\"code\": \"1\"}".getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> response = server.post("api/runtimes/js/run", body, "text/plain");
        assertEquals(415, response.statusCode());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElse("").split(";")[0]);
        assertTrue(response.body().contains("application/json"), response.body());
    }

    @Test
    void wrongAddressesAndMethodsAreProblemsToo() throws Exception {
        assertProblem(server.get("nothing/here"), 404, null, "openapi");
        assertProblem(server.get("run_code"), 405, null, "openapi");
        assertProblem(server.get("api/runtimes/python/run"), 405, null, "openapi");
    }

    private static void assertProblem(HttpResponse<String> response, int status, String field, String allowed) {
        assertEquals(status, response.statusCode(), response.body());
        assertTrue(
                response.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"),
                response.headers().toString());
        JsonObject problem = TestServer.json(response);
        assertEquals(status, problem.getInt("status"));
        assertTrue(problem.getString("detail").contains(allowed), problem.toString());
        assertEquals(field, problem.containsKey("field") ? problem.getString("field") : null, problem.toString());
        assertTrue(problem.containsKey("type") && problem.containsKey("title"), problem.toString());
    }
}
