package io.faasruntime.sandbox.pool;

import io.faasruntime.api.FaasRuntimeException;
import io.faasruntime.api.ServiceBusyException;
import io.faasruntime.api.ServiceUnavailableException;
import io.faasruntime.protocol.Fields;
import io.faasruntime.sandbox.pool.WorkerSlot.State;
import io.faasruntime.sandbox.process.Ending;
import io.faasruntime.sandbox.process.WorkerDeath;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps workers of one engine warm, claims one for each job and releases it afterwards; replaces those that die.
 *
 * <p>Safe for threads. One lock guards who is where; under it nothing blocks and no stranger's code runs. A job waits in
 * the queue until a worker is free or its deadline passes. Workers whose memory limit is fixed at launch serve only jobs
 * with that limit; for another limit an idle worker is retired and one with that limit started.
 */
public final class WorkerPool implements WorkerProcess.Owner {

    private static final Logger LOG = Logger.getLogger(WorkerPool.class.getName());
    private static final Duration ODD_WORKER_IDLE = Duration.ofSeconds(30);
    private static final Duration BUSY_RETRY_AFTER = Duration.ofSeconds(1);
    /** For callers; the reason names folders of the host, and is the operators'. */
    private static final String NOT_STARTED = "no worker can be started; readiness and the server's log say why";

    private static final Duration SHUTDOWN = Duration.ofSeconds(2);

    private final String backend;
    private final WorkerLauncher launcher;
    private final PoolSettings settings;
    private final int usualMemoryMb;
    private final ScheduledExecutorService timer;
    private final ExecutorService threads;

    private final Object lock = new Object();
    private final Deque<Job<?>> queue = new ArrayDeque<>();
    private final List<WorkerSlot> slots = new ArrayList<>();
    private StartBackoff backoff = StartBackoff.NONE;
    private boolean resting;
    private boolean closed;
    private long started;
    private long lost;
    private String problem = "";
    private String engineText = "";
    private String isolation = "";

    public WorkerPool(
            String backend,
            WorkerLauncher launcher,
            PoolSettings settings,
            int usualMemoryMb,
            ScheduledExecutorService timer,
            ExecutorService threads) {
        this.backend = backend;
        this.launcher = launcher;
        this.settings = settings;
        this.usualMemoryMb = usualMemoryMb;
        this.timer = timer;
        this.threads = threads;
    }

    /** Begins to start workers, and does not wait for them. */
    public void warmUp() {
        change(() -> {});
    }

    /**
     * Queues {@code job}; its answer is completed in any case.
     *
     * @throws ServiceBusyException if the queue is full
     * @throws ServiceUnavailableException if no worker can be started
     */
    public void submit(Job<?> job) {
        change(() -> {
            admit(job);
            queue.addLast(job);
        });
        ScheduledFuture<?> expiry =
                timer.schedule(() -> expire(job), job.deadline().remaining().toMillis(), TimeUnit.MILLISECONDS);
        // A timer that is left behind would keep the code and its output in memory until the deadline.
        job.answer().whenComplete((answer, failure) -> {
            expiry.cancel(false);
            if (job.answer().isCancelled()) {
                abandon(job);
            }
        });
    }

    public PoolStatus status() {
        synchronized (lock) {
            return new PoolStatus(
                    count(State.IDLE),
                    count(State.BUSY),
                    count(State.STARTING),
                    queue.size(),
                    started,
                    lost,
                    problem,
                    engineText,
                    isolation);
        }
    }

    /** Ends every worker and waits for their ends, at most two seconds each. Jobs under way fail. */
    public void close() {
        List<WorkerProcess> last = new ArrayList<>();
        change(() -> {
            closed = true;
            failQueue(unavailable("the server is shutting down", null));
            slots.stream()
                    .map(slot -> slot.worker)
                    .filter(worker -> worker != null)
                    .forEach(last::add);
        });
        for (WorkerProcess worker : last) {
            worker.kill(Ending.SHUTDOWN);
        }
        last.forEach(worker -> worker.awaitEnd(SHUTDOWN));
    }

    @Override
    public void released(WorkerProcess worker) {
        change(() -> {
            WorkerSlot slot = slotOf(worker);
            if (slot == null) {
                return;
            }
            if (worker.served() >= settings.maxRunsPerWorker()) {
                retire(slot);
            } else {
                slot.become(State.IDLE);
                retireIfStillIdle(slot);
            }
        });
    }

    @Override
    public void ended(WorkerProcess worker, WorkerDeath death, @Nullable Job<?> unstarted) {
        change(() -> {
            WorkerSlot slot = slotOf(worker);
            if (slot != null) {
                slots.remove(slot);
                lost++;
            }
            if (unstarted != null) {
                queue.addFirst(unstarted);
            }
        });
    }

    @Override
    public void settle(Runnable settlement) {
        if (threads.isShutdown()) {
            settlement.run();
        } else {
            threads.execute(settlement);
        }
    }

    /** Makes one change under the lock, then everything that follows from it; sends what is to be sent outside of it. */
    private void change(Runnable step) {
        List<WorkerProcess> claimed;
        synchronized (lock) {
            step.run();
            claimed = closed ? List.of() : match();
        }
        for (WorkerProcess worker : claimed) {
            // A large request can fill the pipe while the child is slow to read, so no caller's thread waits for it.
            if (worker.requestIsSmall()) {
                worker.send();
            } else {
                threads.execute(worker::send);
            }
        }
    }

    private void admit(Job<?> job) {
        if (closed) {
            throw unavailable("the server is shutting down", null);
        }
        if (!problem.isEmpty() && slots.isEmpty()) {
            throw unavailable(NOT_STARTED, backoff.delay());
        }
        if (queue.size() >= settings.maxQueue() && idleFor(memoryOf(job)) == null) {
            throw new ServiceBusyException(
                    "every worker is busy and " + queue.size() + " runs are waiting",
                    backend,
                    job.deadline().elapsed(),
                    0,
                    BUSY_RETRY_AFTER,
                    null);
        }
    }

    /** Gives waiting jobs to idle workers, starts workers for the others, and fills the pool up. */
    private List<WorkerProcess> match() {
        List<WorkerProcess> claimed = new ArrayList<>();
        Map<Integer, Integer> onTheirWay = new HashMap<>();
        slots.stream()
                .filter(slot -> slot.state == State.STARTING)
                .forEach(slot -> onTheirWay.merge(slot.memoryMb, 1, Integer::sum));
        Iterator<Job<?>> waiting = queue.iterator();
        while (waiting.hasNext() && (count(State.IDLE) > 0 || slots.size() < settings.workers())) {
            Job<?> job = waiting.next();
            WorkerSlot free = idleFor(memoryOf(job));
            if (free != null) {
                waiting.remove();
                claimed.add(claim(free, job));
            } else if (onTheirWay.merge(memoryOf(job), -1, Integer::sum) < 0) {
                startFor(memoryOf(job));
            }
        }
        while (slots.size() < settings.workers() && start(usualMemoryMb)) {
            LOG.log(Level.FINE, "filling up the pool of {0}", launcher.engineName());
        }
        return claimed;
    }

    private WorkerProcess claim(WorkerSlot slot, Job<?> job) {
        slot.become(State.BUSY);
        WorkerProcess worker = Objects.requireNonNull(slot.worker);
        job.started(slot.engine);
        worker.assign(job, job.deadline().remaining().plus(settings.killGrace()));
        return worker;
    }

    private void startFor(int memoryMb) {
        if (mayStart() && slots.size() >= settings.workers()) {
            slots.stream().filter(slot -> slot.state == State.IDLE).findFirst().ifPresent(this::retire);
        }
        if (slots.size() < settings.workers()) {
            start(memoryMb);
        }
    }

    /** False while starts are failing and it is not yet time for another attempt, or one is under way. */
    private boolean mayStart() {
        boolean probing = backoff.failures() > 0 && count(State.STARTING) > 0;
        return !resting && !probing && !closed;
    }

    private boolean start(int memoryMb) {
        if (!mayStart()) {
            return false;
        }
        WorkerSlot slot = new WorkerSlot(memoryMb);
        slots.add(slot);
        threads.execute(() -> launch(slot));
        return true;
    }

    private void launch(WorkerSlot slot) {
        try {
            WorkerProcess worker = launcher.launch(slot.memoryMb, this);
            change(() -> {
                slot.worker = worker;
                started++;
                if (closed) {
                    worker.kill(Ending.SHUTDOWN);
                }
            });
            Runnable giveUp = () -> {
                if (!worker.hello().isDone()) {
                    worker.kill(Ending.TIMEOUT);
                }
            };
            timer.schedule(giveUp, settings.startTimeout().toMillis(), TimeUnit.MILLISECONDS);
            worker.hello()
                    .whenComplete((greeting, failure) ->
                            change(failure == null ? () -> ready(slot, greeting) : () -> lose(slot, failure)));
        } catch (IOException | RuntimeException e) {
            change(() -> lose(slot, e));
        }
    }

    private void ready(WorkerSlot slot, Fields greeting) {
        slot.engine = greeting.get("engine").orElse(launcher.engineName());
        slot.become(State.IDLE);
        announce(slot.engine, greeting.get("isolation").orElse(""));
        engineText = slot.engine;
        isolation = greeting.get("isolation").orElse("");
        problem = "";
        backoff = StartBackoff.NONE;
        retireIfStillIdle(slot);
    }

    /** Says once, and again when it changes, what keeps the code of strangers in. */
    private void announce(String engine, String achieved) {
        if (!engine.equals(engineText) || !achieved.equals(isolation)) {
            LOG.log(Level.INFO, "{0} is ready; isolation achieved: {1}", new Object[] {
                engine, achieved.isEmpty() ? "a process of its own, and nothing more" : achieved
            });
        }
    }

    private void lose(WorkerSlot slot, Throwable failure) {
        if (slots.remove(slot)) {
            // The message of a failed file operation is no more than the name of the file.
            String message = failure.getMessage();
            startFailed(message == null || failure instanceof FileSystemException ? failure.toString() : message);
        }
    }

    private void startFailed(String reason) {
        if (closed) {
            return;
        }
        if (!reason.equals(problem)) {
            LOG.log(Level.WARNING, "a worker of {0} cannot be started: {1}", new Object[] {launcher.engineName(), reason
            });
        }
        problem = reason;
        backoff = backoff.afterFailure();
        if (slots.isEmpty()) {
            failQueue(unavailable(NOT_STARTED, backoff.delay()));
        }
        if (!resting) {
            resting = true;
            timer.schedule(() -> change(() -> resting = false), backoff.delay().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void retire(WorkerSlot slot) {
        slots.remove(slot);
        if (slot.worker != null) {
            slot.worker.kill(Ending.SHUTDOWN);
        }
    }

    /** A worker with an unusual memory limit gives way to a usual one when nobody has needed it for a while. */
    private void retireIfStillIdle(WorkerSlot slot) {
        if (slot.memoryMb != usualMemoryMb) {
            long version = slot.version;
            Runnable check = () -> {
                if (slot.version == version) {
                    retire(slot);
                }
            };
            timer.schedule(() -> change(check), ODD_WORKER_IDLE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Nobody waits for the answer any more: takes the job out of the queue, or away from its worker. */
    private void abandon(Job<?> job) {
        change(() -> {
            if (!queue.remove(job)) {
                slots.stream()
                        .map(slot -> slot.worker)
                        .filter(worker -> worker != null && worker.isOn(job))
                        .forEach(worker -> worker.kill(Ending.ABANDONED));
            }
        });
    }

    private void expire(Job<?> job) {
        change(() -> {
            if (queue.remove(job)) {
                ServiceBusyException late = new ServiceBusyException(
                        "no worker became free within the time limit",
                        backend,
                        job.deadline().elapsed(),
                        0,
                        BUSY_RETRY_AFTER,
                        null);
                settle(() -> job.fail(late));
            }
        });
    }

    private void failQueue(FaasRuntimeException failure) {
        List<Job<?>> waiting = List.copyOf(queue);
        queue.clear();
        waiting.forEach(job -> settle(() -> job.fail(failure)));
    }

    private ServiceUnavailableException unavailable(String message, @Nullable Duration retryAfter) {
        return new ServiceUnavailableException(message, backend, Duration.ZERO, 0, true, retryAfter, null);
    }

    private int memoryOf(Job<?> job) {
        return launcher.memoryFixedAtLaunch() ? job.memoryMb() : usualMemoryMb;
    }

    private @Nullable WorkerSlot idleFor(int memoryMb) {
        for (WorkerSlot slot : slots) {
            if (slot.state == State.IDLE && slot.memoryMb == memoryMb) {
                return slot;
            }
        }
        return null;
    }

    private @Nullable WorkerSlot slotOf(WorkerProcess worker) {
        for (WorkerSlot slot : slots) {
            if (slot.worker == worker) {
                return slot;
            }
        }
        return null;
    }

    private int count(State state) {
        int count = 0;
        for (WorkerSlot slot : slots) {
            count += slot.state == state ? 1 : 0;
        }
        return count;
    }
}
