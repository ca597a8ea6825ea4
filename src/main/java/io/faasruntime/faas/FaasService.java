package io.faasruntime.faas;

import io.faasruntime.api.HealthStatus;
import io.faasruntime.api.Language;
import io.faasruntime.faas.node.Connections;
import io.faasruntime.faas.node.HealthProbe;
import io.faasruntime.faas.node.Nodes;
import io.faasruntime.faas.settings.ServiceSettings;
import java.util.Map;
import java.util.concurrent.Executor;

/** The service of one language: its nodes, its connections, and what is known of both. Safe for threads. */
final class FaasService {

    private final Language language;
    private final ServiceSettings settings;
    private final Nodes nodes;
    private final Connections connections;
    private final HealthProbe probe;
    private final Circuit circuit;
    private final CallCounters counters = new CallCounters();

    /** @param executor runs what arrives from the network, and must not run out of threads */
    FaasService(Language language, ServiceSettings settings, Executor executor) {
        this.language = language;
        this.settings = settings;
        this.nodes = new Nodes(settings.nodes());
        this.connections = new Connections(settings, executor);
        this.probe = new HealthProbe(language, connections, settings.probe().timeout());
        this.circuit = new Circuit(settings.breaker(), System::nanoTime);
    }

    Language language() {
        return language;
    }

    ServiceSettings settings() {
        return settings;
    }

    Nodes nodes() {
        return nodes;
    }

    Connections connections() {
        return connections;
    }

    HealthProbe probe() {
        return probe;
    }

    Circuit circuit() {
        return circuit;
    }

    CallCounters counters() {
        return counters;
    }

    /** Looks at every node and does not wait. */
    void lookAround() {
        nodes.all().forEach(probe::look);
    }

    HealthStatus health() {
        return new ServiceHealth(language, nodes, circuit).status();
    }

    Map<String, Long> metrics() {
        Map<String, Long> metrics = counters.snapshot();
        metrics.put("http_circuit_open", circuit.state() == Circuit.State.OPEN ? 1L : 0L);
        metrics.put("http_nodes", (long) nodes.all().size());
        metrics.put(
                "http_nodes_up",
                nodes.all().stream().filter(node -> node.state().usable()).count());
        return metrics;
    }
}
