package io.faasruntime.sandbox.pool;

import io.faasruntime.api.FaasRuntimeException;
import io.faasruntime.sandbox.pool.WorkerSlot.State;
import io.faasruntime.sandbox.process.Ending;
import io.faasruntime.sandbox.process.WorkerDeath;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
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
 * the {@link RunQueue} until a worker is free or its deadline passes. Workers whose memory limit is fixed at launch serve only
 * jobs with that limit; for another limit an idle worker is retired and one with that limit started.
 *
 * <p>A place is given back whatever happens, an {@link Error} of this JVM included: the books are kept before anybody is
 * told, and a place that nobody gave back in time is taken back.
 */
public final class WorkerPool implements WorkerStarts.Pool {

    private static final Logger LOG = Logger.getLogger(WorkerPool.class.getName());
    private static final Duration ODD_WORKER_IDLE = Duration.ofSeconds(30);
    private static final Duration SHUTDOWN = Duration.ofSeconds(2);
    private static final Duration LOOK_FOR_FORGOTTEN = Duration.ofSeconds(1);
    /** How long after its worker should have been killed a job may still hold its place. */
    private static final Duration BURIAL = Duration.ofSeconds(8);

    private final Refusals refusals;
    private final WorkerLauncher launcher;
    private final PoolSettings settings;
    private final int usualMemoryMb;
    private final ScheduledExecutorService timer;
    private final ExecutorService threads;

    private final Object lock = new Object();
    private final RunQueue queue = new RunQueue();
    private final WorkerSlots slots;
    private final WorkerStarts starts;
    private @Nullable ScheduledFuture<?> sweeper;
    /** What is to be done as soon as the lock is free. */
    private List<Runnable> afterwards = new ArrayList<>();
    /** Why nothing that waits can be served; null as long as there is hope. */
    private @Nullable FaasRuntimeException hopeless;

    private boolean closed;
    private long lost;

    /** @param backend the name of the backend that failures are attributed to */
    public WorkerPool(
            String backend,
            WorkerLauncher launcher,
            PoolSettings settings,
            int usualMemoryMb,
            ScheduledExecutorService timer,
            ExecutorService threads) {
        this.refusals = new Refusals(backend);
        this.launcher = launcher;
        this.settings = settings;
        this.usualMemoryMb = usualMemoryMb;
        this.timer = timer;
        this.threads = threads;
        this.slots = new WorkerSlots(settings.workers());
        this.starts = new WorkerStarts(launcher, settings, slots, this, timer, threads);
    }

    /** Begins to start workers, and does not wait for them. */
    public void warmUp() {
        change(() -> {});
    }

    /**
     * Queues {@code job}; its answer is completed in any case.
     *
     * @throws io.faasruntime.api.ServiceBusyException if the queue is full
     * @throws io.faasruntime.api.ServiceUnavailableException if no worker can be started
     */
    public void submit(Job<?> job) {
        ScheduledFuture<?> expiry =
                timer.schedule(() -> expire(job), job.deadline().remaining().toMillis(), TimeUnit.MILLISECONDS);
        // A timer that is left behind would keep the code and its output in memory until the deadline.
        job.answer().whenComplete((answer, failure) -> {
            expiry.cancel(false);
            if (job.answer().isCancelled()) {
                abandon(job);
            }
        });
        try {
            change(() -> {
                admit(job);
                queue.add(job);
            });
        } catch (Throwable e) {
            expiry.cancel(false);
            throw e;
        }
    }

    public PoolStatus status() {
        synchronized (lock) {
            return new PoolStatus(
                    slots.count(State.IDLE),
                    slots.count(State.BUSY),
                    slots.count(State.STARTING),
                    slots.living(),
                    queue.size(),
                    starts.started(),
                    lost,
                    starts.problem(),
                    starts.engine(),
                    starts.isolation());
        }
    }

    /** Ends every worker and waits for their ends, two seconds for all of them. Jobs under way fail. */
    public void close() {
        List<WorkerProcess> last = new ArrayList<>();
        change(() -> {
            closed = true;
            starts.end();
            failQueue(refusals.shutdown());
            last.addAll(slots.workers());
            if (sweeper != null) {
                sweeper.cancel(false);
            }
        });
        last.forEach(worker -> worker.kill(Ending.SHUTDOWN));
        long end = System.nanoTime() + SHUTDOWN.toNanos();
        last.forEach(worker -> worker.awaitEnd(Duration.ofNanos(Math.max(0, end - System.nanoTime()))));
    }

    @Override
    public void ready(WorkerSlot slot) {
        slot.idle();
        retireIfStillIdle(slot);
    }

    @Override
    public void nobodyServes(Duration retryAfter) {
        hopeless = refusals.notStarted(retryAfter);
    }

    @Override
    public void released(WorkerProcess worker) {
        change(() -> {
            WorkerSlot slot = slots.of(worker);
            if (slot == null) {
                return;
            }
            if (worker.served() >= settings.maxRunsPerWorker()) {
                retire(slot);
            } else {
                slot.idle();
                retireIfStillIdle(slot);
            }
        });
    }

    @Override
    public void unsent(WorkerProcess worker, Job<?> job, @Nullable Throwable reason) {
        released(worker);
        settle(() -> job.fail(reason == null ? refusals.late(job) : refusals.unsent(job, reason)));
    }

    @Override
    public void ended(WorkerProcess worker, WorkerDeath death, @Nullable Job<?> unstarted) {
        change(() -> {
            WorkerSlot slot = slots.of(worker);
            if (slot != null) {
                slots.remove(slot);
                lost++;
            }
            if (unstarted != null && !closed) {
                queue.addAgain(unstarted);
            } else if (unstarted != null) {
                failLater(unstarted, refusals.shutdown());
            }
        });
    }

    @Override
    public void settle(Runnable settlement) {
        try {
            threads.execute(settlement);
        } catch (Throwable e) {
            // No thread is to be had, or none any more: an answer on the wrong one is better than none.
            try {
                settlement.run();
            } catch (Throwable again) {
                LOG.log(Level.WARNING, "an answer could not be given", again);
            }
        }
    }

    @Override
    public void change(Runnable step) {
        List<Runnable> todo;
        synchronized (lock) {
            step.run();
            if (!closed) {
                followUp();
            }
            todo = afterwards;
            afterwards = new ArrayList<>();
        }
        todo.forEach(Runnable::run);
    }

    /** An error here must not keep what has been decided from being done; the next change continues. */
    private void followUp() {
        try {
            match();
            if (hopeless != null) {
                failQueue(hopeless);
                hopeless = null;
            }
            keepLooking();
        } catch (Throwable e) {
            LOG.log(Level.WARNING, "the queue of " + launcher.engineName() + " was not looked at to its end", e);
        }
    }

    private void send(WorkerProcess worker) {
        // A large request can fill the pipe while the child is slow to read, so no caller's thread waits for it.
        if (worker.requestIsSmall()) {
            worker.send();
        } else {
            try {
                threads.execute(worker::send);
            } catch (Throwable e) {
                worker.refuse(e);
            }
        }
    }

    private void admit(Job<?> job) {
        if (closed) {
            throw refusals.shutdown();
        }
        if (starts.haveFailed() && slots.isEmpty()) {
            throw refusals.notStarted(starts.delay());
        }
        if (queue.size() >= settings.maxQueue() && slots.idleFor(memoryOf(job)) == null) {
            throw refusals.full(job, queue.size());
        }
    }

    /** Gives waiting jobs to idle workers, starts workers for the others, and fills the pool up. */
    private void match() {
        Map<Integer, Integer> onTheirWay = slots.starting();
        queue.offer(job -> place(job, onTheirWay), () -> slots.count(State.IDLE) > 0 || slots.hasRoom());
        while (slots.hasRoom() && starts.start(usualMemoryMb)) {
            LOG.log(Level.FINE, "filling up the pool of {0}", launcher.engineName());
        }
    }

    private boolean place(Job<?> job, Map<Integer, Integer> onTheirWay) {
        WorkerSlot free = slots.idleFor(memoryOf(job));
        if (free != null) {
            claim(free, job);
            return true;
        }
        if (onTheirWay.merge(memoryOf(job), -1, Integer::sum) < 0) {
            startFor(memoryOf(job));
        }
        return false;
    }

    private void claim(WorkerSlot slot, Job<?> job) {
        WorkerProcess worker = Objects.requireNonNull(slot.worker);
        Duration killAfter = job.deadline().remaining().plus(settings.killGrace());
        try {
            job.started(slot.engine);
            worker.assign(job, killAfter);
        } catch (Throwable e) {
            failLater(job, refusals.unsent(job, e));
            return;
        }
        slot.busy(killAfter.plus(BURIAL));
        afterwards.add(() -> send(worker));
    }

    private void startFor(int memoryMb) {
        if (starts.mayStart() && !slots.hasRoom()) {
            slots.anyIdle().ifPresent(this::retire);
        }
        if (slots.hasRoom()) {
            starts.start(memoryMb);
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
            long version = slot.version();
            Runnable check = () -> {
                if (slot.version() == version) {
                    retire(slot);
                }
            };
            timer.schedule(() -> change(check), ODD_WORKER_IDLE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** From the first change on, now and then, for what nobody else notices. */
    private void keepLooking() {
        if (sweeper == null) {
            long period = LOOK_FOR_FORGOTTEN.toMillis();
            sweeper = timer.scheduleWithFixedDelay(this::reclaim, period, period, TimeUnit.MILLISECONDS);
        }
    }

    private void reclaim() {
        try {
            change(() -> slots.forgotten().forEach(this::reclaim));
        } catch (Throwable e) {
            // A periodic task that throws is never called again.
            LOG.log(Level.WARNING, "the workers of " + launcher.engineName() + " could not be looked after", e);
        }
    }

    private void reclaim(WorkerSlot slot) {
        LOG.log(Level.WARNING, "a worker of {0} was {1} for too long and is replaced", new Object[] {
            launcher.engineName(), slot.state()
        });
        WorkerProcess worker = slot.worker;
        if (worker != null) {
            slots.remove(slot);
            lost++;
            worker.kill(Ending.TIMEOUT);
            afterwards.add(() -> worker.refuse(new IOException("its worker was given up")));
        } else {
            starts.failed(slot, new IOException("it was not started in time"));
        }
    }

    /** Nobody waits for the answer any more: takes the job out of the queue, or away from its worker. */
    private void abandon(Job<?> job) {
        change(() -> {
            if (!queue.remove(job)) {
                slots.workers().stream()
                        .filter(worker -> worker.isOn(job))
                        .forEach(worker -> worker.kill(Ending.ABANDONED));
            }
        });
    }

    private void expire(Job<?> job) {
        change(() -> {
            if (queue.remove(job)) {
                failLater(job, refusals.late(job));
            }
        });
    }

    private void failQueue(FaasRuntimeException failure) {
        queue.drain().forEach(job -> failLater(job, failure));
    }

    private void failLater(Job<?> job, RuntimeException failure) {
        afterwards.add(() -> settle(() -> job.fail(failure)));
    }

    private int memoryOf(Job<?> job) {
        return launcher.memoryFixedAtLaunch() ? job.memoryMb() : usualMemoryMb;
    }
}
