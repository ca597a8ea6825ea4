package io.faasruntime.telemetry;

import io.faasruntime.spi.ExecutionFinished;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;

/**
 * {@code faas_runs_total} and {@code faas_run_seconds} by language, backend and outcome, {@code faas_queue_seconds} by
 * language.
 */
@ApplicationScoped
public class RunMetrics {

    private static final Metadata RUNS = Metadata.builder()
            .withName("faas_runs")
            .withDescription("Runs that have ended, by outcome")
            .build();
    private static final Metadata RUN_TIME = Metadata.builder()
            .withName("faas_run")
            .withUnit(MetricUnits.SECONDS)
            .withDescription("Time from the request to the end of the run")
            .build();
    private static final Metadata QUEUE_TIME = Metadata.builder()
            .withName("faas_queue")
            .withUnit(MetricUnits.SECONDS)
            .withDescription("Time spent waiting for a worker")
            .build();

    private final MetricRegistry registry;

    /** For the proxies that CDI makes of this bean. */
    @SuppressWarnings("NullAway")
    protected RunMetrics() {
        registry = null;
    }

    @Inject
    public RunMetrics(MetricRegistry registry) {
        this.registry = registry;
    }

    void record(@Observes ExecutionFinished run) {
        Tag language = new Tag("language", run.language().name());
        Tag backend = new Tag("backend", run.backend());
        registry.counter(RUNS, language, backend, new Tag("outcome", run.outcome()))
                .inc();
        registry.timer(RUN_TIME, language, backend).update(run.total());
        registry.timer(QUEUE_TIME, language).update(run.queued());
    }
}
