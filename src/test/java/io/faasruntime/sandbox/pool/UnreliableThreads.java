package io.faasruntime.sandbox.pool;

import io.faasruntime.sandbox.process.DaemonThreads;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** What a pool needs of a machine: threads, a timer, listeners. Each fails on demand as on one that has no more of it. */
final class UnreliableThreads implements AutoCloseable {

    final SingleFault atExecute = new SingleFault();
    final SingleFault atSchedule = new SingleFault();
    final SingleFault atListen = new SingleFault();
    /** While true, no thread is to be had at all. */
    volatile boolean refuseEverything;
    /** The so many-th listener from now never gets to listen. */
    volatile int loseNextListener;

    final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(
                    0, 100, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), DaemonThreads.named("test-threads")) {
                @Override
                public void execute(Runnable task) {
                    atExecute.call();
                    refuse();
                    super.execute(task);
                }
            };

    final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, DaemonThreads.named("test-timer")) {
        @Override
        public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
            atSchedule.call();
            return super.schedule(task, delay, unit);
        }
    };

    private final ThreadFactory listeners = DaemonThreads.named("test-listener");

    ThreadFactory listeners() {
        return task -> {
            atListen.call();
            refuse();
            boolean lost = loseNextListener > 0 && --loseNextListener == 0;
            return listeners.newThread(lost ? () -> {} : task);
        };
    }

    private void refuse() {
        if (refuseEverything) {
            throw new OutOfMemoryError("unable to create native thread: injected");
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        threads.shutdownNow();
    }
}
