package io.faasruntime.faas.node;

/**
 * What the last look at a node has shown.
 *
 * @param usable whether it would be asked before others
 * @param probed whether a health probe has ended, well or not
 * @param reason why it is not usable; empty when it is
 * @param kind what kind of server it is, as far as known
 */
public record NodeState(boolean usable, boolean probed, String reason, ServerKind kind) {

    /** Nobody has looked yet: as good as any other. */
    static final NodeState UNKNOWN = new NodeState(true, false, "", ServerKind.FOREIGN);

    static NodeState healthy(ServerKind kind) {
        return new NodeState(true, true, "", kind);
    }

    /** A call could not reach it. */
    NodeState down(String why) {
        return new NodeState(false, probed, why, kind);
    }

    /** A probe was not answered. Keeps the kind: a server that is only busy stays what it was. */
    NodeState silent(String why) {
        return new NodeState(false, true, why, kind);
    }

    static NodeState unhealthy(ServerKind kind, String why) {
        return new NodeState(false, true, why, kind);
    }
}
