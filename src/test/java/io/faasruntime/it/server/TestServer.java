package io.faasruntime.it.server;

import io.faasruntime.wire.JsonText;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Calls a server over HTTP. */
public final class TestServer {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private static final Duration WARM_LIMIT = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(50);

    private final URI base;

    public TestServer(int port) {
        this.base = URI.create("http://localhost:" + port + "/");
    }

    /** The server that Arquillian manages. */
    public static TestServer shipped() {
        TestServer server = new TestServer(port());
        server.awaitWarm();
        return server;
    }

    /** Waits until the workers are warm, so that no test pays for the start of the server. */
    public void awaitWarm() {
        long end = System.nanoTime() + WARM_LIMIT.toNanos();
        while (!isWarm()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the server at " + base + " did not get warm within " + WARM_LIMIT);
            }
        }
    }

    private boolean isWarm() {
        try {
            Thread.sleep(POLL.toMillis());
            HttpResponse<String> started = get("health/started");
            return started.statusCode() == 200 && started.body().contains("runtimes-warm");
        } catch (IOException e) {
            // The port is not open yet.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public static int port() {
        return Integer.getInteger("test.http.port");
    }

    public URI base() {
        return base;
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    public HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Accept", accept)
                .GET());
    }

    public HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return post(path, json.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    public HttpResponse<String> post(String path, byte[] body, String contentType)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    public HttpResponse<String> post(String path, String json, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        headers.forEach(request::header);
        return send(request);
    }

    public HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path)).DELETE());
    }

    public HttpResponse<String> send(String method, String path, String json, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json));
        headers.forEach(request::header);
        return send(request);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(
                request.timeout(Duration.ofSeconds(60)).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** Runs {@code code} and gives the contract's response. */
    public JsonObject run(String language, String code) throws IOException, InterruptedException {
        return runRequest(
                language,
                JsonText.PROVIDER.createObjectBuilder().add("code", code).build());
    }

    public JsonObject runRequest(String language, JsonObject request) throws IOException, InterruptedException {
        HttpResponse<String> response = post("api/runtimes/" + language + "/run", JsonText.write(request));
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return json(response);
    }

    public static JsonObject json(HttpResponse<String> response) {
        JsonValue value = JsonText.parse(response.body());
        return value.asJsonObject();
    }

    public static String stdout(JsonObject response) {
        return response.getJsonObject("output").getString("stdout");
    }

    public static String retVal(JsonObject response) {
        return response.getJsonObject("output").getString("ret_val");
    }

    public static String status(JsonObject response) {
        return response.getJsonObject("metadata").getString("status");
    }
}
