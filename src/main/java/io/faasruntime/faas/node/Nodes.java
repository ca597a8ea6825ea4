package io.faasruntime.faas.node;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** The nodes of one service, and who is asked first. Safe for threads. */
public final class Nodes {

    private final List<Node> nodes;
    private final AtomicInteger turns = new AtomicInteger();

    public Nodes(List<URI> addresses) {
        nodes = addresses.stream().map(Node::new).toList();
    }

    public List<Node> all() {
        return nodes;
    }

    /**
     * Every node, each call starting with another one. Those that are to be avoided, since this call has met with trouble there, come later, and those
     * that are known to be down come last: they are asked only when nobody else is left.
     */
    public List<Node> inOrder(Predicate<Node> avoided) {
        List<Node> order = new ArrayList<>(nodes.size());
        int first = Math.floorMod(turns.getAndIncrement(), nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            order.add(nodes.get((first + i) % nodes.size()));
        }
        order.sort(Comparator.comparing((Node node) -> !node.state().usable()).thenComparing(avoided::test));
        return order;
    }

    /** All addresses, for people. */
    @Override
    public String toString() {
        return String.join(",", nodes.stream().map(Node::toString).toList());
    }
}
