package io.faasruntime.faas;

import io.faasruntime.api.Language;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks at {@code GET /health} of a node and reports to the node what it has seen. Safe for threads. */
final class HealthProbe {

    private static final int LARGEST_BODY = 256 << 10;

    private final Supplier<HttpClient> client;
    private final Language language;
    private final Credentials credentials;
    private final Duration timeout;
    private final Map<Node, CompletableFuture<Void>> firstLooks = new ConcurrentHashMap<>();

    /** @param language what the nodes should be able to run */
    HealthProbe(Language language, Supplier<HttpClient> client, Credentials credentials, Duration timeout) {
        this.language = language;
        this.client = client;
        this.credentials = credentials;
        this.timeout = timeout;
    }

    /** Starts to look and does not wait; the future is completed normally whatever is seen. */
    CompletableFuture<Void> look(Node node) {
        HttpRequest.Builder request = HttpRequest.newBuilder(node.health()).timeout(timeout);
        credentials.headers().forEach(request::setHeader);
        CompletableFuture<HttpResponse<byte[]>> response =
                client.get().sendAsync(request.build(), head -> new CappedBody(LARGEST_BODY));
        return response.copy()
                .orTimeout(timeout.toNanos(), TimeUnit.NANOSECONDS)
                .handle((answer, failure) -> {
                    response.cancel(true);
                    report(node, failure == null ? answer : null);
                    return null;
                });
    }

    private void report(Node node, @Nullable HttpResponse<byte[]> answer) {
        if (answer == null) {
            node.reportUnhealthy("GET /health is not answered");
            return;
        }
        ServerKind kind = ServerKind.of(answer.body());
        if (kind.runs(language, answer.statusCode())) {
            node.reportHealthy(kind);
        } else {
            node.reportUnhealthy(kind, "GET /health answers " + answer.statusCode() + " for " + language);
        }
    }

    /**
     * Waits, at most {@code patience}, until somebody has looked at {@code node}; looks itself if nobody does. Calls that
     * come together share one look.
     */
    void lookFirst(Node node, Duration patience) throws InterruptedException {
        if (node.state().probed()) {
            return;
        }
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> others = firstLooks.putIfAbsent(node, mine);
        if (others == null) {
            look(node).whenComplete((seen, failure) -> mine.complete(null));
        }
        try {
            (others == null ? mine : others).get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // The node is taken for a foreign server until a probe says otherwise.
        } catch (ExecutionException e) {
            throw new IllegalStateException("a look must not fail", e);
        }
    }
}
