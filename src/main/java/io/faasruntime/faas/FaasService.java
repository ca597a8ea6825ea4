package io.faasruntime.faas;

import io.faasruntime.api.HealthStatus;
import io.faasruntime.api.Language;
import io.faasruntime.api.ServiceUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The service of one language: its nodes, its connections, and what is known of both. Safe for threads. */
final class FaasService {

    private final Language language;
    private final ServiceSettings settings;
    private final Nodes nodes;
    private final KeptHttpClient http;
    private final HealthProbe probe;
    private final Circuit circuit;
    private final CallCounters counters = new CallCounters();

    /** @param executor runs what arrives from the network, and must not run out of threads */
    FaasService(Language language, ServiceSettings settings, Executor executor) {
        this.language = language;
        this.settings = settings;
        this.nodes = new Nodes(settings.nodes());
        this.http = new KeptHttpClient(() -> newClient(settings, executor), settings.idleTime(), executor);
        this.probe = new HealthProbe(
                language, http::get, settings.credentials(), settings.probe().timeout());
        this.circuit = new Circuit(settings.breaker());
    }

    private static HttpClient newClient(ServiceSettings settings, Executor executor) {
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .executor(executor);
        if (settings.trustStore() != null) {
            try {
                client.sslContext(settings.trustStore().sslContext());
            } catch (IOException e) {
                throw new UncheckedIOException("the trust store can no longer be read", e);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the trust store can no longer be used", e);
            }
        }
        return client.build();
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

    KeptHttpClient http() {
        return http;
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

    /** What a call gets while nobody is to be asked. */
    ServiceUnavailableException circuitOpen(FaasCall call, Duration remaining, @Nullable Throwable cause) {
        counters.circuitRejections.incrementAndGet();
        return new ServiceUnavailableException(
                nodes + " is not asked: its circuit is open after repeated failures",
                nodes.toString(),
                call.elapsed(),
                call.attempts(),
                true,
                remaining,
                cause);
    }

    /** Looks at every node and does not wait. */
    void lookAround() {
        nodes.all().forEach(probe::look);
    }

    HealthStatus health() {
        Map<String, String> data = new TreeMap<>();
        data.put("language", language.name());
        data.put("backend", FaasBackend.NAME);
        data.put("urls", nodes.toString());
        List<Node> down =
                nodes.all().stream().filter(node -> !node.state().usable()).toList();
        if (!down.isEmpty()) {
            data.put(
                    "urls_down",
                    String.join(",", down.stream().map(Node::toString).toList()));
        }
        Optional<Duration> open = circuit.openFor();
        data.put("circuit", open.isPresent() ? "open" : "closed");
        if (open.isPresent()) {
            String reason = "the circuit is open after repeated failures; next attempt in "
                    + open.get().toMillis() + " ms";
            return HealthStatus.down(FaasBackend.NAME, reason, data);
        }
        if (down.size() == nodes.all().size()) {
            String reason = String.join(
                    "; ",
                    down.stream()
                            .map(node -> node + ": " + node.state().reason())
                            .toList());
            return HealthStatus.down(FaasBackend.NAME, reason, data);
        }
        return HealthStatus.up(FaasBackend.NAME, data);
    }

    Map<String, Long> metrics() {
        Map<String, Long> metrics = counters.snapshot();
        metrics.put("http_circuit_open", circuit.openFor().isPresent() ? 1L : 0L);
        metrics.put("http_nodes", (long) nodes.all().size());
        metrics.put(
                "http_nodes_up",
                nodes.all().stream().filter(node -> node.state().usable()).count());
        return metrics;
    }
}
