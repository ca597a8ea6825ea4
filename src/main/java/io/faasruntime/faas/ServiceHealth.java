package io.faasruntime.faas;

import io.faasruntime.api.HealthStatus;
import io.faasruntime.api.Language;
import io.faasruntime.faas.node.Node;
import io.faasruntime.faas.node.Nodes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What operators read about a service.
 *
 * @param language what it runs
 * @param nodes its nodes
 * @param circuit its circuit
 */
record ServiceHealth(Language language, Nodes nodes, Circuit circuit) {

    HealthStatus status() {
        List<Node> down =
                nodes.all().stream().filter(node -> !node.state().usable()).toList();
        Circuit.State state = circuit.state();
        Map<String, String> data = new TreeMap<>();
        data.put("language", language.name());
        data.put("backend", FaasBackend.NAME);
        data.put("urls", nodes.toString());
        if (!down.isEmpty()) {
            data.put("urls_down", down.stream().map(Node::toString).collect(Collectors.joining(",")));
        }
        data.put("circuit", state.toString());
        if (state == Circuit.State.OPEN) {
            Duration left = circuit.refusal();
            return HealthStatus.down(
                    FaasBackend.NAME,
                    "the circuit is open after repeated failures; next attempt in " + left.toMillis() + " ms",
                    data);
        }
        if (down.size() == nodes.all().size()) {
            return HealthStatus.down(FaasBackend.NAME, reasons(down), data);
        }
        return HealthStatus.up(FaasBackend.NAME, data);
    }

    private static String reasons(List<Node> down) {
        return down.stream().map(node -> node + ": " + node.state().reason()).collect(Collectors.joining("; "));
    }
}
