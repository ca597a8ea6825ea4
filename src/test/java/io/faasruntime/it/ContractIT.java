package io.faasruntime.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.it.server.TestServer;
import io.faasruntime.wire.JsonText;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What coze-loop's client, which reads {@code output} and the status alone, has to be told there. */
@ExtendWith(ArquillianExtension.class)
class ContractIT {

    private final TestServer server = TestServer.shipped();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "python | while 1: pass | time limit of 500 ms",
                "js | for (;1;) {} | time limit of 500 ms",
                "js | const a = []; for (;;) a.push(new Array(1000).fill(a.length)) | limit of",
                "python | import sys; sys.exit(3) | exit code 3",
                "python | def f(x) return x | SyntaxError",
                "js | throw 'plain' | plain",
                "js | Promise.reject(new TypeError('late')) | TypeError: late",
            })
    void aRunThatDidNotSucceedSaysWhyWhereTheClientLooks(String language, String code, String reason) throws Exception {
        for (String path : new String[] {"run_code", "faas/run_code"}) {
            JsonObject response = TestServer.json(server.post(path, request(language, code)));
            assertFalse(TestServer.status(response).equals("success"), response.toString());
            String stderr = response.getJsonObject("output").getString("stderr");
            assertTrue(stderr.contains(reason), response.toString());
        }
    }

    @Test
    void whatTheCodePrintedIsNotReplaced() throws Exception {
        String code = "import sys\nprint('so far', file=sys.stderr)\nwhile 1: pass";
        JsonObject response = TestServer.json(server.post("run_code", request("python", code)));
        assertEquals("so far\n", response.getJsonObject("output").getString("stderr"));
        JsonObject success = TestServer.json(server.post("run_code", request("python", "print(1)")));
        assertEquals("", success.getJsonObject("output").getString("stderr"));
    }

    @Test
    void aGatewayGetsTheCodesOwnOutput() throws Exception {
        HttpResponse<String> strict = server.post(
                "run_code", request("js", "for (;1;) {}"), Map.of("Prefer", "respond-async, handling=strict"));
        assertEquals("", TestServer.json(strict).getJsonObject("output").getString("stderr"));
    }

    @Test
    void aTimeLimitAboveTheLargestIsCutAndSaidSo() throws Exception {
        JsonObject request = JsonText.parse(request("js", "1")).asJsonObject();
        String long64 = JsonText.PROVIDER
                .createObjectBuilder(request)
                .add("timeout", Long.MAX_VALUE)
                .build()
                .toString();
        JsonObject response = TestServer.json(server.post("run_code", long64));
        assertEquals("success", TestServer.status(response));
        String warning =
                response.getJsonObject("metadata").getJsonArray("warnings").getString(0);
        assertTrue(warning.contains("300000 ms"), warning);
    }

    @ParameterizedTest
    @ValueSource(ints = {9_000_000, 40_000_000})
    void whatIsTooLargeIsRefusedOnceAndForAll(int size) throws Exception {
        HttpResponse<String> response = server.post("run_code", request("js", "x".repeat(size)));
        assertEquals(200, response.statusCode());
        JsonObject refusal = TestServer.json(response);
        assertEquals("rejected", TestServer.status(refusal));
        assertTrue(refusal.getString("details").contains("too large"), refusal.toString());
        assertTrue(refusal.getJsonObject("output").getString("stderr").contains("too large"), refusal.toString());
        HttpResponse<String> strict =
                server.post("run_code", request("js", "x".repeat(size)), Map.of("Prefer", "handling=strict"));
        assertEquals(400, strict.statusCode());
    }

    @Test
    void eightMegabytesOfCodeRun() throws Exception {
        String code = "const data = '" + "x".repeat(8_000_000) + "'; return_val(data.length)";
        JsonObject request = JsonText.PROVIDER
                .createObjectBuilder(JsonText.parse(request("js", code)).asJsonObject())
                .remove("timeout")
                .build();
        JsonObject response = TestServer.json(server.post("run_code", request.toString()));
        assertEquals("8000000", TestServer.retVal(response));
    }

    @Test
    void aBodyWithoutATypeIsTakenForJson() throws Exception {
        assertTrue(postWithoutType("/run_code").startsWith("HTTP/1.1 200"));
        assertTrue(postWithoutType("/api/runtimes/js/run").startsWith("HTTP/1.1 415"));
        byte[] body = request("js", "1").getBytes(StandardCharsets.UTF_8);
        assertEquals(415, server.post("run_code", body, "text/plain").statusCode());
    }

    private String postWithoutType(String path) throws IOException {
        byte[] body = request("js", "1").getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket("localhost", server.base().getPort())) {
            String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                    + body.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String request(String language, String code) {
        return JsonText.PROVIDER
                .createObjectBuilder()
                .add("language", language)
                .add("code", code)
                .add("timeout", 500)
                .build()
                .toString();
    }
}
