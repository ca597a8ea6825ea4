package io.faasruntime.sandbox;

import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.HealthStatus;
import io.faasruntime.api.InvalidRequestException;
import io.faasruntime.api.Language;
import io.faasruntime.api.OutputListener;
import io.faasruntime.api.ServiceUnavailableException;
import io.faasruntime.api.Validation;
import io.faasruntime.config.ExecutionPolicy;
import io.faasruntime.sandbox.engine.Engine;
import io.faasruntime.sandbox.pool.Job;
import io.faasruntime.sandbox.pool.PoolStatus;
import io.faasruntime.spi.CodeConverter;
import io.faasruntime.spi.Conversion;
import io.faasruntime.spi.Deadline;
import io.faasruntime.spi.Execution;
import io.faasruntime.spi.ExecutionBackend;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.Config;

/**
 * Runs code in child processes of this server. Safe for threads.
 *
 * <p>Workers of an engine are started when the engine is first asked about, so that a server whose languages all run
 * elsewhere starts none.
 */
@ApplicationScoped
public class EmbeddedBackend implements ExecutionBackend, CodeConverter {

    /** The name of this backend. */
    public static final String NAME = ExecutionBackend.EMBEDDED;

    private static final Duration VALIDATION_LIMIT = Duration.ofSeconds(10);

    private final ExecutionPolicy policy;
    private final EnginePools pools;

    /** For the proxies that CDI makes of this bean. */
    @SuppressWarnings("NullAway")
    protected EmbeddedBackend() {
        policy = null;
        pools = null;
    }

    @Inject
    public EmbeddedBackend(Config config, ExecutionPolicy policy) {
        this(SandboxSettings.from(config), policy, loadEngines());
    }

    EmbeddedBackend(SandboxSettings settings, ExecutionPolicy policy, List<Engine> available) {
        this.policy = policy;
        this.pools = new EnginePools(NAME, available, settings, policy);
    }

    private static List<Engine> loadEngines() {
        List<Engine> engines = new ArrayList<>();
        ServiceLoader.load(Engine.class, EmbeddedBackend.class.getClassLoader()).forEach(engines::add);
        return engines;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int priority() {
        return 0;
    }

    @Override
    public boolean serves(Language language) {
        return pools.serve(language);
    }

    /** Every language there is an engine for, whether or not it can run on this machine. */
    @Override
    public List<Language> languages() {
        return pools.languages();
    }

    @Override
    public CompletionStage<ExecutionResult> execute(Execution execution) {
        return run(execution, Optional.empty());
    }

    @Override
    public CompletionStage<ExecutionResult> execute(Execution execution, OutputListener listener) {
        return run(execution, Optional.of(new LiveOutput(listener)));
    }

    @Override
    public int parallelRuns(Language language) {
        return pools.workers();
    }

    private CompletionStage<ExecutionResult> run(Execution execution, Optional<LiveOutput> live) {
        if (execution.limits().networkEnabled()) {
            throw new InvalidRequestException(
                    "limits.network", "the embedded sandbox has no network; allowed is false");
        }
        return submit(execution.language(), new RunJob(execution, policy.maxResultBytes(), live));
    }

    @Override
    public boolean validates(Language language) {
        return pools.serve(language);
    }

    @Override
    public CompletionStage<Validation> validate(Language language, String code, Set<String> requiredFunctions) {
        Deadline deadline = Deadline.after(VALIDATION_LIMIT);
        int memoryMb = policy.defaults().memoryLimitMb();
        return submit(language, new ValidationJob(language, code, requiredFunctions, deadline, memoryMb));
    }

    @Override
    public boolean converts(Language language) {
        return language.equals(Language.TYPESCRIPT)
                && pools.serve(language)
                && pools.unsupportedReason(language).isEmpty();
    }

    @Override
    public void warmUpConverter(Language language) {
        warmUp(language);
    }

    @Override
    public CompletionStage<Conversion> convert(Language language, String code, Deadline deadline) {
        return submit(
                language,
                new ConversionJob(language, code, deadline, policy.defaults().memoryLimitMb()));
    }

    private <T> CompletionStage<T> submit(Language language, Job<T> job) {
        pools.unsupportedReason(language).ifPresent(reason -> {
            throw new ServiceUnavailableException(reason, NAME, Duration.ZERO, 0, false, null, null);
        });
        pools.of(language).submit(job);
        return job.answer();
    }

    @Override
    public void warmUp(Language language) {
        if (pools.unsupportedReason(language).isEmpty()) {
            pools.of(language).warmUp();
        }
    }

    @Override
    public boolean isWarm(Language language) {
        return pools.unsupportedReason(language).isPresent()
                || pools.of(language).status().warm();
    }

    @Override
    public HealthStatus health(Language language) {
        Optional<String> unsupported = pools.unsupportedReason(language);
        if (unsupported.isPresent()) {
            return HealthStatus.down(NAME, unsupported.get(), Map.of());
        }
        PoolStatus status = pools.of(language).status();
        Map<String, String> data = new TreeMap<>(Map.of(
                "engine", status.engine(),
                "isolation", status.isolation(),
                "workers", status.idle() + " idle, " + status.busy() + " busy, " + status.starting() + " starting"));
        if (status.serving()) {
            return HealthStatus.up(NAME, data);
        }
        String reason = status.problem().isEmpty() ? "no worker is running" : status.problem();
        return HealthStatus.down(NAME, reason, data);
    }

    @Override
    public Map<String, Long> metrics(Language language) {
        if (!pools.serve(language)) {
            return Map.of();
        }
        PoolStatus status = pools.of(language).status();
        return Map.of(
                "workers_idle", (long) status.idle(),
                "workers_busy", (long) status.busy(),
                "workers_starting", (long) status.starting(),
                "queued", (long) status.queued(),
                "workers_started_total", status.started(),
                "workers_lost_total", status.lost());
    }

    @PreDestroy
    void close() {
        pools.close();
    }
}
