package io.faasruntime.faas.cozeloop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.faasruntime.wire.JsonText;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** What the two servers have in common: the paths, the checks, the time limit when none is given. */
public abstract class ContractServer implements AutoCloseable {

    private static final int DEFAULT_TIMEOUT_MS = 30_000;

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);

    ContractServer() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(threads);
        http.createContext("/health", exchange -> answer(exchange, 200, health()));
        http.createContext(
                "/run_code",
                exchange -> answer(exchange, exchange.getRequestBody().readAllBytes()));
        http.start();
    }

    public final URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    abstract String health();

    /** The answer to a run; null for none at all. */
    abstract JsonObject run(String code, int timeoutMs) throws IOException, InterruptedException;

    private void answer(HttpExchange exchange, byte[] body) throws IOException {
        JsonObject request = JsonText.parse(body).asJsonObject();
        if (!(request.get("code") instanceof JsonString code)
                || code.getString().isEmpty()) {
            answer(exchange, 400, "{\"error\":\"Missing required parameter: code\"}");
            return;
        }
        try {
            JsonObject answer = run(code.getString(), request.getInt("timeout", DEFAULT_TIMEOUT_MS));
            if (answer == null) {
                closed.await(1, TimeUnit.MINUTES);
                return;
            }
            answer(exchange, 200, JsonText.write(answer));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        closed.countDown();
        http.stop(0);
        threads.shutdownNow();
    }
}
