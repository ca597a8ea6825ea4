package io.faasruntime.it.server;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Passes every request on to another server and remembers the headers of the last run. */
public final class ForwardingServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    /** Headers of each connection's own, and those that the client sets itself. */
    private static final Set<String> OWN =
            Set.of("Connection", "Content-length", "Expect", "Host", "Upgrade", "Accept-encoding", "Transfer-encoding");

    private final URI target;
    private volatile Headers lastRun = new Headers();

    private ForwardingServer(HttpServer server, URI target) {
        this.server = server;
        this.target = target;
    }

    public static ForwardingServer to(URI target) throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        ForwardingServer forwarding = new ForwardingServer(HttpServer.create(anyPort, 0), target);
        forwarding.server.createContext("/", forwarding::forward);
        forwarding.server.setExecutor(forwarding.threads);
        forwarding.server.start();
        return forwarding;
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    public String lastHeader(String name) {
        return lastRun.getFirst(name);
    }

    private void forward(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().endsWith("run_code")) {
            lastRun = exchange.getRequestHeaders();
        }
        HttpRequest.Builder passedOn = HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN.contains(name)) {
                values.forEach(value -> passedOn.header(name, value));
            }
        });
        HttpRequest request = passedOn.method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()))
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            response.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.sendResponseHeaders(response.statusCode(), response.body().length);
            exchange.getResponseBody().write(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
