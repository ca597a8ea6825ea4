package io.faasruntime.sandbox;

import io.faasruntime.api.Language;
import io.faasruntime.config.ExecutionPolicy;
import io.faasruntime.sandbox.engine.Engine;
import io.faasruntime.sandbox.engine.EngineCache;
import io.faasruntime.sandbox.pool.FrameLimits;
import io.faasruntime.sandbox.pool.WorkerLauncher;
import io.faasruntime.sandbox.pool.WorkerPool;
import io.faasruntime.sandbox.process.DaemonThreads;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Which engine runs which language, a pool for each engine, and the threads that all of them share. Safe for threads. */
final class EnginePools {

    private static final Logger LOG = Logger.getLogger(EnginePools.class.getName());
    private static final Duration UNPACKING = Duration.ofSeconds(5);
    /** Not while the server starts: others can do with the processors then. */
    private static final Duration TIDY_AFTER = Duration.ofMinutes(1);
    /** Who goes back and forth between two versions does not want to unpack each time. */
    private static final Duration UNUSED_FOR = Duration.ofHours(1);

    private final Map<Language, Engine> engines = new LinkedHashMap<>();
    private final Map<String, WorkerPool> pools = new TreeMap<>();
    private final int workers;
    private final EngineCache cache;
    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("faas-runtime-sandbox"));
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(1, DaemonThreads.named("faas-runtime-sandbox-timer"));

    /**
     * @param backend the name of the backend that failures are attributed to
     */
    EnginePools(String backend, List<Engine> available, SandboxSettings settings, ExecutionPolicy policy) {
        timer.setRemoveOnCancelPolicy(true);
        // What ends runs must not depend on whether a thread is to be had when the time comes.
        timer.prestartAllCoreThreads();
        workers = settings.pool().workers();
        cache = new EngineCache(settings.cacheDirectory(), EnginePools.class.getClassLoader());
        int usualMemoryMb = policy.defaults().memoryLimitMb();
        for (Engine engine : available) {
            WorkerLauncher launcher = new WorkerLauncher(
                    engine, cache, FrameLimits.of(policy), timer, DaemonThreads.named("faas-runtime-" + engine.name()));
            pools.put(engine.name(), new WorkerPool(backend, launcher, settings.pool(), usualMemoryMb, timer, threads));
            engine.languages().forEach(language -> engines.put(language, engine));
        }
        timer.schedule(() -> threads.execute(this::removeUnused), TIDY_AFTER.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void removeUnused() {
        try {
            cache.removeUnused(UNUSED_FOR);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.INFO, "unused engine folders could not be removed: {0}", e.toString());
        }
    }

    /** Every language there is an engine for, whether or not it can run on this machine. */
    List<Language> languages() {
        return List.copyOf(engines.keySet());
    }

    /** How many workers each engine has. */
    int workers() {
        return workers;
    }

    boolean serve(Language language) {
        return engines.containsKey(language);
    }

    /** Why no worker can ever run {@code language} here; empty when {@link #of} has a pool for it. */
    Optional<String> unsupportedReason(Language language) {
        Engine engine = engines.get(language);
        return engine == null ? Optional.of("no engine runs " + language) : engine.unsupportedReason();
    }

    /** The pool that runs {@code language}, for a language that {@link #serve} knows. */
    WorkerPool of(Language language) {
        @Nullable Engine engine = engines.get(language);
        return Objects.requireNonNull(pools.get(Objects.requireNonNull(engine).name()));
    }

    /** Ends every worker, and waits for what is being unpacked just now: nothing is to be written after the end. */
    void close() {
        pools.values().forEach(WorkerPool::close);
        timer.shutdownNow();
        threads.shutdown();
        try {
            threads.awaitTermination(UNPACKING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        cache.close();
    }
}
