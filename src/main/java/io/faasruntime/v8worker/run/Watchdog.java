package io.faasruntime.v8worker.run;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Ends runs at their time limit, on a thread of its own. It keeps terminating until the run is {@link #release
 * released}, because V8 forgets a termination that meets no JavaScript.
 */
public final class Watchdog {

    private static final long REPEAT_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable ActiveRun current;

    public void start() {
        Thread thread = new Thread(this::watchAll, "watchdog");
        thread.setDaemon(true);
        thread.setPriority(Thread.MAX_PRIORITY);
        thread.start();
    }

    public void watch(ActiveRun run) {
        set(run);
    }

    /** After this the run is not touched any more: its isolate may be closed. */
    public void release() {
        set(null);
    }

    private void set(@Nullable ActiveRun run) {
        lock.lock();
        try {
            current = run;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void watchAll() {
        lock.lock();
        try {
            while (true) {
                ActiveRun run = current;
                if (run == null) {
                    changed.awaitUninterruptibly();
                } else if (run.remainingNanos() <= 0) {
                    run.hit(RunStatus.TIMEOUT);
                    changed.awaitNanos(REPEAT_NANOS);
                } else {
                    changed.awaitNanos(run.remainingNanos());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
