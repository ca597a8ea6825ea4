package io.faasruntime.sandbox.pool;

import io.faasruntime.sandbox.engine.Engine;
import io.faasruntime.sandbox.engine.EngineCache;
import io.faasruntime.sandbox.engine.WorkerLimits;
import io.faasruntime.sandbox.process.ChildProcess;
import io.faasruntime.sandbox.process.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

/** Starts workers of one engine, from its unpacked files. Safe for threads. */
public final class WorkerLauncher {

    private final Engine engine;
    private final EngineCache cache;
    private final FrameLimits frames;
    private final ScheduledExecutorService timer;
    private final ThreadFactory threads;

    /**
     * @param frames the largest messages to and from a worker
     * @param threads makes the threads that listen to workers
     */
    public WorkerLauncher(
            Engine engine,
            EngineCache cache,
            FrameLimits frames,
            ScheduledExecutorService timer,
            ThreadFactory threads) {
        this.engine = engine;
        this.cache = cache;
        this.frames = frames;
        this.timer = timer;
        this.threads = threads;
    }

    String engineName() {
        return engine.name();
    }

    boolean memoryFixedAtLaunch() {
        return engine.memoryFixedAtLaunch();
    }

    /** A worker did not start: its files deserve a closer look. */
    void failed() {
        cache.distrust(engine);
    }

    /**
     * Starts a worker and does not wait until it is ready. Blocks while the engine is unpacked, which also mends files that were
     * lost. When this fails, whatever the reason, there is no process.
     *
     * @throws IOException if the engine cannot be unpacked or the process not be started
     */
    WorkerProcess launch(int memoryMb, WorkerProcess.Owner owner) throws IOException {
        Path home = cache.install(engine);
        ChildProcess child = ChildProcess.start(
                engine.command(home, new WorkerLimits(memoryMb, frames.maxRequestBytes())), home, threads);
        try {
            WorkerProcess worker = new WorkerProcess(child, frames.maxAnswerBytes(), owner, timer);
            threads.newThread(worker::readFrames).start();
            return worker;
        } catch (Throwable e) {
            child.kill(Ending.SHUTDOWN);
            throw e;
        }
    }
}
