package io.faasruntime.sandbox;

import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.HealthStatus;
import io.faasruntime.api.InvalidRequestException;
import io.faasruntime.api.Language;
import io.faasruntime.api.ServiceUnavailableException;
import io.faasruntime.api.Validation;
import io.faasruntime.config.ExecutionPolicy;
import io.faasruntime.sandbox.engine.Engine;
import io.faasruntime.sandbox.engine.EngineCache;
import io.faasruntime.sandbox.pool.Job;
import io.faasruntime.sandbox.pool.PoolStatus;
import io.faasruntime.sandbox.pool.WorkerLauncher;
import io.faasruntime.sandbox.pool.WorkerPool;
import io.faasruntime.sandbox.process.DaemonThreads;
import io.faasruntime.spi.Deadline;
import io.faasruntime.spi.Execution;
import io.faasruntime.spi.ExecutionBackend;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;

/**
 * Runs code in child processes of this server. Safe for threads.
 *
 * <p>Workers of an engine are started when the engine is first asked about, so that a server whose languages all run
 * elsewhere starts none.
 */
@ApplicationScoped
public class EmbeddedBackend implements ExecutionBackend {

    /** The name of this backend. */
    public static final String NAME = ExecutionBackend.EMBEDDED;

    private static final Duration UNPACKING = Duration.ofSeconds(5);
    private static final Duration VALIDATION_LIMIT = Duration.ofSeconds(10);
    /** Fields other than the result, and the largest chunk of output a worker sends at a time. */
    private static final int FRAME_OVERHEAD_BYTES = 4 << 20;

    private final ExecutionPolicy policy;
    private final Map<Language, Engine> engines;
    private final Map<String, WorkerPool> pools;
    private final ExecutorService threads;
    private final ScheduledThreadPoolExecutor timer;

    /** For the proxies that CDI makes of this bean. */
    @SuppressWarnings("NullAway")
    protected EmbeddedBackend() {
        policy = null;
        engines = Map.of();
        pools = Map.of();
        threads = null;
        timer = null;
    }

    @Inject
    public EmbeddedBackend(Config config, ExecutionPolicy policy) {
        this(SandboxSettings.from(config), policy, loadEngines());
    }

    EmbeddedBackend(SandboxSettings settings, ExecutionPolicy policy, List<Engine> available) {
        this.policy = policy;
        this.threads = Executors.newCachedThreadPool(DaemonThreads.named("faas-runtime-sandbox"));
        this.timer = new ScheduledThreadPoolExecutor(1, DaemonThreads.named("faas-runtime-sandbox-timer"));
        this.timer.setRemoveOnCancelPolicy(true);
        this.engines = new LinkedHashMap<>();
        this.pools = new TreeMap<>();
        EngineCache cache = new EngineCache(settings.cacheDirectory(), EmbeddedBackend.class.getClassLoader());
        int maxFrameBytes = (int) Math.min(Integer.MAX_VALUE / 2, FRAME_OVERHEAD_BYTES + 2 * policy.maxResultBytes());
        for (Engine engine : available) {
            WorkerLauncher launcher = new WorkerLauncher(engine, cache, maxFrameBytes, timer);
            int memoryMb = policy.defaults().memoryLimitMb();
            pools.put(engine.name(), new WorkerPool(NAME, launcher, settings.pool(), memoryMb, timer, threads));
            engine.languages().forEach(language -> engines.put(language, engine));
        }
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
        return engines.containsKey(language);
    }

    /** Every language there is an engine for, whether or not it can run on this machine. */
    @Override
    public List<Language> languages() {
        return List.copyOf(engines.keySet());
    }

    @Override
    public CompletionStage<ExecutionResult> execute(Execution execution) {
        if (execution.limits().networkEnabled()) {
            throw new InvalidRequestException(
                    "limits.network", "the embedded sandbox has no network; allowed is false");
        }
        RunJob job = new RunJob(execution, policy.maxResultBytes());
        submit(execution.language(), job);
        return job.answer();
    }

    @Override
    public boolean validates(Language language) {
        return engines.containsKey(language);
    }

    @Override
    public CompletionStage<Validation> validate(Language language, String code, Set<String> requiredFunctions) {
        ValidationJob job = new ValidationJob(
                language,
                code,
                requiredFunctions,
                Deadline.after(VALIDATION_LIMIT),
                policy.defaults().memoryLimitMb());
        submit(language, job);
        return job.answer();
    }

    private void submit(Language language, Job<?> job) {
        Engine engine = engines.get(language);
        if (engine == null) {
            throw unavailable("no engine runs " + language);
        }
        engine.unsupportedReason().ifPresent(reason -> {
            throw unavailable(reason);
        });
        pool(engine).submit(job);
    }

    @Override
    public void warmUp(Language language) {
        Engine engine = engines.get(language);
        if (engine != null && engine.unsupportedReason().isEmpty()) {
            pool(engine).warmUp();
        }
    }

    @Override
    public boolean isWarm(Language language) {
        Engine engine = engines.get(language);
        return engine == null
                || engine.unsupportedReason().isPresent()
                || pool(engine).status().warm();
    }

    @Override
    public HealthStatus health(Language language) {
        Engine engine = engines.get(language);
        if (engine == null) {
            return HealthStatus.down(NAME, "no engine runs " + language, Map.of());
        }
        Optional<String> unsupported = engine.unsupportedReason();
        if (unsupported.isPresent()) {
            return HealthStatus.down(NAME, unsupported.get(), Map.of());
        }
        PoolStatus status = pool(engine).status();
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
        Engine engine = engines.get(language);
        if (engine == null) {
            return Map.of();
        }
        PoolStatus status = pool(engine).status();
        return Map.of(
                "workers_idle", (long) status.idle(),
                "workers_busy", (long) status.busy(),
                "workers_starting", (long) status.starting(),
                "queued", (long) status.queued(),
                "workers_started_total", status.started(),
                "workers_lost_total", status.lost());
    }

    private WorkerPool pool(Engine engine) {
        return Objects.requireNonNull(pools.get(engine.name()));
    }

    private static ServiceUnavailableException unavailable(String reason) {
        return new ServiceUnavailableException(reason, NAME, Duration.ZERO, 0, false, null, null);
    }

    @PreDestroy
    void close() {
        pools.values().forEach(WorkerPool::close);
        timer.shutdownNow();
        threads.shutdown();
        try {
            // An engine that is being unpacked just now: nothing of it is to be written after the end.
            threads.awaitTermination(UNPACKING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
