package io.faasruntime.faas.node;

import io.faasruntime.api.Language;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Looks at {@code GET /health} of a node and reports to the node what it has seen. Safe for threads. */
public final class HealthProbe {

    private final Language language;
    private final Connections connections;
    private final Duration timeout;
    private final Map<Node, CompletableFuture<Void>> firstLooks = new ConcurrentHashMap<>();

    /** @param language what the nodes should be able to run */
    public HealthProbe(Language language, Connections connections, Duration timeout) {
        this.language = language;
        this.connections = connections;
        this.timeout = timeout;
    }

    /** Starts to look and does not wait; the future is completed normally whatever is seen. */
    public CompletableFuture<Void> look(Node node) {
        return connections.health(node, timeout).handle((answer, failure) -> {
            report(node, failure == null ? answer : null);
            return null;
        });
    }

    private void report(Node node, @Nullable HttpAnswer answer) {
        if (answer == null) {
            node.reportUnhealthy("GET /health is not answered");
            return;
        }
        ServerKind kind = ServerKind.of(answer.body());
        if (kind.runs(language, answer.status())) {
            node.reportHealthy(kind);
        } else {
            node.reportUnhealthy(kind, "GET /health answers " + answer.status() + " for " + language);
        }
    }

    /**
     * Waits, at most {@code patience}, until somebody has looked at {@code node}; looks itself if nobody does. Calls that
     * come together share one look.
     */
    public void lookFirst(Node node, Duration patience) throws InterruptedException {
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
