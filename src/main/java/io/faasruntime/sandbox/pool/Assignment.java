package io.faasruntime.sandbox.pool;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;

/** A job, when it was given to a worker, and the timer that ends both. */
final class Assignment<T> {

    final Job<T> job;
    private final ScheduledFuture<?> killer;
    private final long startNanos = System.nanoTime();
    /** Set by the thread that reads from the child, when the child says so. */
    volatile boolean begun;

    Assignment(Job<T> job, ScheduledFuture<?> killer) {
        this.job = job;
        this.killer = killer;
    }

    void over() {
        killer.cancel(false);
    }

    Duration ran() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
