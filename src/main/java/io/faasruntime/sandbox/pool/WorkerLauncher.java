package io.faasruntime.sandbox.pool;

import io.faasruntime.sandbox.engine.Engine;
import io.faasruntime.sandbox.engine.EngineCache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts workers of one engine, from its unpacked files. Safe for threads. */
public final class WorkerLauncher {

    private final Engine engine;
    private final EngineCache cache;
    private final int maxFrameBytes;
    private final ScheduledExecutorService timer;
    private final AtomicInteger number = new AtomicInteger();

    public WorkerLauncher(Engine engine, EngineCache cache, int maxFrameBytes, ScheduledExecutorService timer) {
        this.engine = engine;
        this.cache = cache;
        this.maxFrameBytes = maxFrameBytes;
        this.timer = timer;
    }

    String engineName() {
        return engine.name();
    }

    boolean memoryFixedAtLaunch() {
        return engine.memoryFixedAtLaunch();
    }

    /**
     * Starts a worker. Blocks while the engine is unpacked, which also mends files that were lost.
     *
     * @throws IOException if the engine cannot be unpacked or the process not be started
     */
    WorkerProcess launch(int memoryMb, WorkerProcess.Owner owner) throws IOException {
        Path home = cache.install(engine);
        return WorkerProcess.start(
                engine.command(home, memoryMb),
                home,
                engine.name() + "-" + number.incrementAndGet(),
                maxFrameBytes,
                owner,
                timer);
    }
}
