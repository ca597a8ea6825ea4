package io.faasruntime.it.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.faasruntime.wire.JsonText;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A FaaS service on loopback that speaks the contract and runs a made-up language: code prints itself. */
public final class EchoService implements AutoCloseable {

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> languages = new CopyOnWriteArrayList<>();

    public EchoService() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/run_code", exchange -> answer(exchange, run(exchange)));
        http.createContext("/health", exchange -> answer(exchange, "{\"status\": \"healthy\"}"));
        http.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** The languages of the runs so far. */
    public List<String> languages() {
        return List.copyOf(languages);
    }

    private String run(HttpExchange exchange) throws IOException {
        JsonObject request = JsonText.parse(
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                .asJsonObject();
        languages.add(request.getString("language"));
        return JsonText.write(JsonText.PROVIDER
                .createObjectBuilder()
                .add(
                        "output",
                        JsonText.PROVIDER
                                .createObjectBuilder()
                                .add("stdout", request.getString("code"))
                                .add("stderr", "")
                                .add("ret_val", ""))
                .add(
                        "metadata",
                        JsonText.PROVIDER
                                .createObjectBuilder()
                                .add("language", "echo")
                                .add("status", "success")
                                .add("exit_code", 0)
                                .add("duration", 1))
                .build());
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
