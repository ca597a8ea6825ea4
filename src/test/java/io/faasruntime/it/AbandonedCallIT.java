package io.faasruntime.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.faasruntime.it.server.LibertyProcess;
import io.faasruntime.it.server.TestServer;
import io.faasruntime.it.server.WorkersOf;
import io.faasruntime.wire.JsonText;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client that closes its connection frees its worker, long before the limit of its run. */
@ExtendWith(ArquillianExtension.class)
class AbandonedCallIT {

    /** Longer than anything is waited for: only the closed connection can end it. */
    private static final long LIMIT_MS = 120_000;

    private static final String HOLDS_THE_PARSER = "const f=" + "a?(b):c=>".repeat(40) + "1";

    private final TestServer server = TestServer.shipped();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "api/runtimes/python/run; python; while True: pass",
                "api/runtimes/js/run; js; for (;;);",
                "api/runtimes/js/run; js; await new Promise(() => setTimeout(() => 0, 100000))",
                "run_code; python; while True: pass",
                "faas/run_code; js; for (;;);",
            })
    void aClosedConnectionEndsTheRun(String path, String language, String code) throws Exception {
        WorkersOf workers = new WorkersOf(server, language);
        workers.await(0);
        try (Socket client = send(path, language, code)) {
            workers.await(1);
        }
        long closed = System.nanoTime();
        workers.await(0);
        System.out.printf(
                "A worker of %s is free %d ms after its client closed the connection%n",
                language, Duration.ofNanos(System.nanoTime() - closed).toMillis());
        assertEquals("1\n", TestServer.stdout(server.run("js", "console.log(1)")));
    }

    @Test
    void aClosedConnectionEndsAValidation() throws Exception {
        WorkersOf workers = new WorkersOf(server, "ts");
        workers.await(0);
        try (Socket client = send("api/runtimes/ts/validate", "ts", HOLDS_THE_PARSER)) {
            workers.await(1);
        }
        workers.await(0);
    }

    @Test
    void aGatewayLetsGoOfItsNode() throws Exception {
        WorkersOf workers = new WorkersOf(server, "python");
        workers.await(0);
        String node = server.base().resolve("faas").toString();
        try (LibertyProcess liberty =
                LibertyProcess.start("faasRuntimeLettingGo", Map.of("COZE_LOOP_FAAS_URL", node))) {
            try (Socket client = send(liberty.client(), "api/runtimes/python/run", "python", "while True: pass")) {
                workers.await(1);
            }
            workers.await(0);
        }
    }

    /** Sends a request and does not wait for its answer. */
    private Socket send(String path, String language, String code) throws IOException {
        return send(server, path, language, code);
    }

    static Socket send(TestServer server, String path, String language, String code) throws IOException {
        byte[] body = JsonText.PROVIDER
                .createObjectBuilder()
                .add("language", language)
                .add("code", code)
                .add("timeout", LIMIT_MS)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        Socket socket = new Socket("localhost", server.base().getPort());
        socket.getOutputStream()
                .write(("POST /" + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Content-Length: " + body.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(body);
        socket.getOutputStream().flush();
        return socket;
    }
}
