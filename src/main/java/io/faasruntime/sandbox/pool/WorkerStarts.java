package io.faasruntime.sandbox.pool;

import io.faasruntime.protocol.FieldNames;
import io.faasruntime.protocol.Fields;
import io.faasruntime.sandbox.pool.WorkerSlot.State;
import io.faasruntime.sandbox.process.Ending;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starts workers, one failure slower than the other, and knows what they said of themselves.
 *
 * <p>Guarded by the pool's lock, except for {@link #launch}, which blocks and comes back to the lock through the pool.
 */
final class WorkerStarts {

    private static final Logger LOG = Logger.getLogger(WorkerStarts.class.getName());
    /** How long an engine may be unpacked and prepared before somebody else may try. */
    private static final Duration UNPACKING = Duration.ofMinutes(5);

    private static final Duration AFTER_THE_LIMIT = Duration.ofSeconds(5);

    private final WorkerLauncher launcher;
    private final PoolSettings settings;
    private final WorkerSlots slots;
    private final Pool pool;
    private final ScheduledExecutorService timer;
    private final Executor threads;

    private StartBackoff backoff = StartBackoff.NONE;
    private boolean resting;
    private boolean ended;
    private long started;
    private String problem = "";
    private String engine = "";
    private String isolation = "";

    /** What becomes of starts. */
    interface Pool extends WorkerProcess.Owner {
        /** Makes a change under the lock, and then everything that follows from it. */
        void change(Runnable step);

        /** A worker is ready. Under the lock. */
        void ready(WorkerSlot slot);

        /** There is no worker, and the next is not tried before {@code retryAfter}. Under the lock. */
        void nobodyServes(Duration retryAfter);
    }

    WorkerStarts(
            WorkerLauncher launcher,
            PoolSettings settings,
            WorkerSlots slots,
            Pool pool,
            ScheduledExecutorService timer,
            Executor threads) {
        this.launcher = launcher;
        this.settings = settings;
        this.slots = slots;
        this.pool = pool;
        this.timer = timer;
        this.threads = threads;
    }

    /** False while starts are failing and it is not yet time for another attempt, or one is under way. */
    boolean mayStart() {
        boolean probing = backoff.failures() > 0 && slots.count(State.STARTING) > 0;
        return !resting && !probing && !ended;
    }

    /** Begins to start a worker; false if this is not the time, or if it failed at once. */
    boolean start(int memoryMb) {
        if (!mayStart()) {
            return false;
        }
        WorkerSlot slot = new WorkerSlot(memoryMb, UNPACKING);
        slots.add(slot);
        try {
            threads.execute(() -> launch(slot));
            return true;
        } catch (Throwable e) {
            failed(slot, e);
            return false;
        }
    }

    private void launch(WorkerSlot slot) {
        try {
            WorkerProcess worker = launcher.launch(slot.memoryMb, pool);
            try {
                pool.change(() -> launched(slot, worker));
                worker.hello()
                        .whenComplete((greeting, failure) -> pool.change(
                                failure == null ? () -> ready(slot, greeting) : () -> failed(slot, failure)));
                timer.schedule(() -> giveUp(worker), settings.startTimeout().toMillis(), TimeUnit.MILLISECONDS);
            } catch (Throwable e) {
                worker.kill(Ending.SHUTDOWN);
                throw e;
            }
        } catch (Throwable e) {
            pool.change(() -> failed(slot, e));
        }
    }

    private void launched(WorkerSlot slot, WorkerProcess worker) {
        slot.worker = worker;
        slot.expectWithin(settings.startTimeout().plus(AFTER_THE_LIMIT));
        started++;
        if (ended || !slots.contains(slot)) {
            worker.kill(Ending.SHUTDOWN);
        }
    }

    private static void giveUp(WorkerProcess worker) {
        if (!worker.hello().isDone()) {
            worker.kill(Ending.TIMEOUT);
        }
    }

    private void ready(WorkerSlot slot, Fields greeting) {
        if (!slots.contains(slot)) {
            return;
        }
        slot.engine = greeting.get(FieldNames.ENGINE).orElse(launcher.engineName());
        announce(slot.engine, greeting.get(FieldNames.ISOLATION).orElse(""));
        problem = "";
        backoff = StartBackoff.NONE;
        pool.ready(slot);
    }

    /** Says once, and again when it changes, what keeps the code of strangers in. */
    private void announce(String newEngine, String achieved) {
        if (!newEngine.equals(engine) || !achieved.equals(isolation)) {
            LOG.log(Level.INFO, "{0} is ready; isolation achieved: {1}", new Object[] {
                newEngine, achieved.isEmpty() ? "a process of its own, and nothing more" : achieved
            });
        }
        engine = newEngine;
        isolation = achieved;
    }

    /** Gives the place of a worker back that did not become ready. */
    void failed(WorkerSlot slot, Throwable failure) {
        if (slots.remove(slot)) {
            launcher.failed();
            rest(reason(failure));
        }
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        // The message of a failed file operation is no more than the name of the file.
        if (message == null || failure instanceof FileSystemException || failure instanceof Error) {
            return failure.toString();
        }
        return message;
    }

    private void rest(String reason) {
        if (ended) {
            return;
        }
        if (!reason.equals(problem)) {
            LOG.log(Level.WARNING, "a worker of {0} cannot be started: {1}", new Object[] {launcher.engineName(), reason
            });
        }
        problem = reason;
        backoff = backoff.afterFailure();
        if (slots.isEmpty()) {
            pool.nobodyServes(backoff.delay());
        }
        if (!resting) {
            timer.schedule(this::rested, backoff.delay().toMillis(), TimeUnit.MILLISECONDS);
            resting = true;
        }
    }

    private void rested() {
        pool.change(() -> resting = false);
    }

    /** Nothing is started any more. */
    void end() {
        ended = true;
    }

    boolean haveFailed() {
        return !problem.isEmpty();
    }

    Duration delay() {
        return backoff.delay();
    }

    long started() {
        return started;
    }

    /** Why the last start failed; empty when it did not. */
    String problem() {
        return problem;
    }

    String engine() {
        return engine;
    }

    String isolation() {
        return isolation;
    }
}
