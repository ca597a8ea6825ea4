package io.faasruntime.faas;

import io.faasruntime.api.DeadlineExceededException;
import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.ServiceBusyException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Where calls wait for their answers: a thread for each of them up to the pool's size, a queue of the same length behind
 * it, and a deadline over both. A pool of our own because the server's default executor grows by one thread at a time:
 * 200 calls took it seconds. Safe for threads.
 */
final class CallThreads {

    private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);
    private static final Duration COME_BACK = Duration.ofSeconds(1);

    /** A call ends itself at its deadline; the bell is for calls that did not even start. */
    private static final Duration SLACK = Duration.ofMillis(100);

    private final ThreadPoolExecutor pool;
    private final ScheduledExecutorService timer;

    CallThreads(int size, ThreadFactory threads, ScheduledExecutorService timer) {
        this.pool = new ThreadPoolExecutor(
                size, size, KEEP_ALIVE.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>(size), threads);
        this.pool.allowCoreThreadTimeOut(true);
        this.timer = timer;
    }

    /** Starts {@code work} and does not wait. Cancelling the future, or the deadline, interrupts the work. */
    CompletableFuture<ExecutionResult> start(FaasCall call, String service, Callable<ExecutionResult> work) {
        CompletableFuture<ExecutionResult> result = new CompletableFuture<>();
        Future<?> task;
        try {
            task = pool.submit(TelemetryContext.carriedBy(() -> finish(result, work)));
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(new ServiceBusyException(
                    "too many calls are waiting for answers of " + service, call.made(service), COME_BACK, e));
            return result;
        }
        ScheduledFuture<?> bell = timer.schedule(
                () -> {
                    if (result.completeExceptionally(late(call, service))) {
                        task.cancel(true);
                    }
                },
                call.timeToAnswer().plus(SLACK).toNanos(),
                TimeUnit.NANOSECONDS);
        result.whenComplete((value, failure) -> {
            bell.cancel(false);
            if (result.isCancelled()) {
                task.cancel(true);
            }
        });
        return result;
    }

    private static void finish(CompletableFuture<ExecutionResult> result, Callable<ExecutionResult> work) {
        try {
            result.complete(work.call());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            result.completeExceptionally(e);
        } catch (Exception | LinkageError e) {
            result.completeExceptionally(e);
        }
    }

    private static DeadlineExceededException late(FaasCall call, String service) {
        return new DeadlineExceededException(
                "no answer of " + service + " within the deadline", call.made(service), null);
    }

    int waiting() {
        return pool.getQueue().size();
    }

    /** Interrupts what is still going on. */
    void close() {
        pool.shutdownNow();
    }
}
