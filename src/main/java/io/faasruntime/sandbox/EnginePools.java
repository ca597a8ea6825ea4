package io.faasruntime.sandbox;

import io.faasruntime.api.Language;
import io.faasruntime.sandbox.engine.Engine;
import io.faasruntime.sandbox.engine.EngineCache;
import io.faasruntime.sandbox.pool.WorkerLauncher;
import io.faasruntime.sandbox.pool.WorkerPool;
import io.faasruntime.sandbox.process.DaemonThreads;
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
import org.jspecify.annotations.Nullable;

/** Which engine runs which language, a pool for each engine, and the threads that all of them share. Safe for threads. */
final class EnginePools {

    private static final Duration UNPACKING = Duration.ofSeconds(5);

    private final Map<Language, Engine> engines = new LinkedHashMap<>();
    private final Map<String, WorkerPool> pools = new TreeMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("faas-runtime-sandbox"));
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(1, DaemonThreads.named("faas-runtime-sandbox-timer"));

    /**
     * @param backend the name of the backend that failures are attributed to
     * @param usualMemoryMb what most runs may use; workers for it are kept warm
     * @param maxFrameBytes the largest message a worker may send
     */
    EnginePools(
            String backend, List<Engine> available, SandboxSettings settings, int usualMemoryMb, int maxFrameBytes) {
        timer.setRemoveOnCancelPolicy(true);
        // What ends runs must not depend on whether a thread is to be had when the time comes.
        timer.prestartAllCoreThreads();
        EngineCache cache = new EngineCache(settings.cacheDirectory(), EnginePools.class.getClassLoader());
        for (Engine engine : available) {
            WorkerLauncher launcher = new WorkerLauncher(
                    engine, cache, maxFrameBytes, timer, DaemonThreads.named("faas-runtime-" + engine.name()));
            pools.put(engine.name(), new WorkerPool(backend, launcher, settings.pool(), usualMemoryMb, timer, threads));
            engine.languages().forEach(language -> engines.put(language, engine));
        }
    }

    /** Every language there is an engine for, whether or not it can run on this machine. */
    List<Language> languages() {
        return List.copyOf(engines.keySet());
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
    }
}
