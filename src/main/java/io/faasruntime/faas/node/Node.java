package io.faasruntime.faas.node;

import java.net.URI;

/** One address of a service, and what is known of it. Safe for threads: the knowledge is an immutable snapshot. */
public final class Node {

    private final URI base;
    private volatile NodeState state = NodeState.UNKNOWN;

    Node(URI base) {
        this.base = base;
    }

    URI runCode() {
        return URI.create(base + "/run_code");
    }

    URI health() {
        return URI.create(base + "/health");
    }

    public NodeState state() {
        return state;
    }

    void reportHealthy(ServerKind kind) {
        state = NodeState.healthy(kind);
    }

    void reportUnhealthy(String reason) {
        state = state.silent(reason);
    }

    void reportUnhealthy(ServerKind kind, String reason) {
        state = NodeState.unhealthy(kind, reason);
    }

    public void reportUnreachable(String reason) {
        state = state.down(reason);
    }

    /** Its address. */
    @Override
    public String toString() {
        return base.toString();
    }
}
