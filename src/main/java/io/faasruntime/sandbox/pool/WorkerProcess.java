package io.faasruntime.sandbox.pool;

import io.faasruntime.protocol.Fields;
import io.faasruntime.protocol.Frame;
import io.faasruntime.protocol.ProtocolViolation;
import io.faasruntime.sandbox.process.ChildProcess;
import io.faasruntime.sandbox.process.Ending;
import io.faasruntime.sandbox.process.WorkerDeath;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The conversation with one child about the job it is on. A thread of its own reads what the child sends; everything that
 * goes wrong, an error of this JVM included, ends in the death of the process, and its death ends the job.
 *
 * <p>Safe for threads, as long as one thread at a time assigns jobs.
 */
final class WorkerProcess {

    private static final int READ_BUFFER_BYTES = 1 << 16;

    private final ChildProcess child;
    private final int maxFrameBytes;
    private final Owner owner;
    private final ScheduledExecutorService timer;
    private final CompletableFuture<Fields> hello = new CompletableFuture<>();
    private final AtomicReference<@Nullable Assignment<?>> assignment = new AtomicReference<>();
    private volatile int served;

    /** Who is told what becomes of a worker. Called on the worker's own thread or on that of a caller. */
    interface Owner {
        /** The worker is free again. */
        void released(WorkerProcess worker);

        /** The worker is free again: {@code job} was not sent to it, for {@code reason} or, without one, for want of time. */
        void unsent(WorkerProcess worker, Job<?> job, @Nullable Throwable reason);

        /** The worker is gone; {@code unstarted}, when there is one, is a job that it certainly did not begin. */
        void ended(WorkerProcess worker, WorkerDeath death, @Nullable Job<?> unstarted);

        /** Runs {@code settlement}, which answers a job, where the asker's own code may run. Throws nothing. */
        void settle(Runnable settlement);
    }

    WorkerProcess(ChildProcess child, int maxFrameBytes, Owner owner, ScheduledExecutorService timer) {
        this.child = child;
        this.maxFrameBytes = maxFrameBytes;
        this.owner = owner;
        this.timer = timer;
    }

    /** How many jobs this worker was given. */
    int served() {
        return served;
    }

    /** What the worker said of itself when it was ready; fails when it ended before. */
    CompletableFuture<Fields> hello() {
        return hello;
    }

    boolean isAlive() {
        return child.isAlive();
    }

    /** Gives {@code job} to this free worker and starts the clock that kills it. When this throws, it is still free. */
    <T> void assign(Job<T> job, Duration killAfter) {
        assignment.set(new Assignment<>(
                job, timer.schedule(() -> kill(Ending.TIMEOUT), killAfter.toMillis(), TimeUnit.MILLISECONDS)));
        served++;
    }

    /** Whether this worker is on {@code job} right now. */
    boolean isOn(Job<?> job) {
        Assignment<?> current = assignment.get();
        return current != null && current.job == job;
    }

    /** Whether {@link #send} certainly does not block: the request fits into any pipe. */
    boolean requestIsSmall() {
        Assignment<?> current = assignment.get();
        return current == null || current.job.isSmall();
    }

    /**
     * Sends the assigned job. Blocks while the child does not read; a child that is gone is noticed by its reader. A job whose
     * time has passed, or for which there is no memory, is not sent, and certainly not begun.
     */
    void send() {
        Assignment<?> current = assignment.get();
        if (current == null) {
            return;
        }
        Duration left = current.job.deadline().remaining();
        if (left.isZero()) {
            takeBack(current, null);
            return;
        }
        Frame request;
        try {
            request = current.job.request(left);
        } catch (Throwable e) {
            takeBack(current, e);
            return;
        }
        try {
            request.writeTo(child.stdin());
        } catch (Throwable e) {
            // A part of it may be in the pipe.
            kill(Ending.DEATH);
        }
    }

    /** Frees the worker of a job of which it has heard nothing. */
    void refuse(Throwable reason) {
        Assignment<?> current = assignment.get();
        if (current != null) {
            takeBack(current, reason);
        }
    }

    private void takeBack(Assignment<?> current, @Nullable Throwable reason) {
        if (assignment.compareAndSet(current, null)) {
            current.over();
            owner.unsent(this, current.job, reason);
        }
    }

    /** Ends the process now, and whatever it is doing. The first reason counts. */
    void kill(Ending reason) {
        child.kill(reason);
    }

    /** Waits for the end of the process, or for an interrupt, which stays set. */
    void awaitEnd(Duration patience) {
        child.awaitEnd(patience);
    }

    /** Reads to the end of the child, on the calling thread. */
    void readFrames() {
        try (InputStream stdout = new BufferedInputStream(child.stdout(), READ_BUFFER_BYTES)) {
            while (true) {
                receive(Frame.readFrom(stdout, maxFrameBytes));
            }
        } catch (ProtocolViolation e) {
            kill(Ending.PROTOCOL_VIOLATION);
        } catch (Throwable e) {
            // The end of the stream is the end of the process, or of its use; so is an error of this JVM.
            kill(Ending.DEATH);
        } finally {
            bury();
        }
    }

    private void receive(Frame frame) throws ProtocolViolation {
        switch (frame.type()) {
            case HELLO -> {
                if (!hello.complete(frame.fields())) {
                    throw new ProtocolViolation("a second greeting");
                }
            }
            case BEGUN -> begin();
            case STDOUT, STDERR -> {
                if (!onDuty().job.printed(frame.type(), frame.payload())) {
                    kill(Ending.OUTPUT_LIMIT);
                }
            }
            case DONE -> finish(frame.fields());
            case RUN, VALIDATE -> throw new ProtocolViolation("a worker does not send requests");
        }
    }

    private void begin() throws ProtocolViolation {
        Assignment<?> current = assignment.get();
        if (current == null || current.begun) {
            throw new ProtocolViolation("a beginning without a request");
        }
        current.begun = true;
    }

    /** What the worker is on. What comes before it has begun is left over from an earlier request. */
    private Assignment<?> onDuty() throws ProtocolViolation {
        Assignment<?> current = assignment.get();
        if (current == null || !current.begun) {
            throw new ProtocolViolation("an answer without a request");
        }
        return current;
    }

    private void finish(Fields fields) throws ProtocolViolation {
        Assignment<?> current = onDuty();
        // Once the killer has struck the run is over, whatever the worker said in its last moment.
        if (child.ending() == null) {
            answer(current, fields);
        }
    }

    private <T> void answer(Assignment<T> current, Fields fields) throws ProtocolViolation {
        T answer = current.job.done(fields);
        if (!assignment.compareAndSet(current, null)) {
            return;
        }
        current.over();
        // First the worker, then the answer: who has it and asks again at once finds the worker free.
        owner.released(this);
        owner.settle(() -> current.job.succeed(answer));
    }

    /** The books first: whatever happens to the answers, a worker that is gone has no place any more. */
    private void bury() {
        WorkerDeath death = lastRites();
        Assignment<?> last = assignment.getAndSet(null);
        boolean repeat = last != null && isUnstarted(last, death);
        try {
            hello.completeExceptionally(new IOException("the worker did not start: " + death.describe()));
        } finally {
            try {
                owner.ended(this, death, repeat ? last.job : null);
            } finally {
                if (last != null) {
                    last.over();
                    if (!repeat) {
                        settle(last, death);
                    }
                }
            }
        }
    }

    private void settle(Assignment<?> last, WorkerDeath death) {
        Duration ran = last.ran();
        owner.settle(() -> settle(last.job, death, ran));
    }

    private WorkerDeath lastRites() {
        try {
            return child.reap();
        } catch (Throwable e) {
            return new WorkerDeath(Ending.DEATH, -1, "");
        }
    }

    /** Whether another worker may take the job, because this one, which ended by itself, did not begin it. */
    private static boolean isUnstarted(Assignment<?> last, WorkerDeath death) {
        boolean byItself = death.ending() == Ending.DEATH || death.ending() == Ending.PROTOCOL_VIOLATION;
        return !last.begun && byItself && last.job.mayBeRepeated();
    }

    private static <T> void settle(Job<T> job, WorkerDeath death, Duration ran) {
        job.settle(() -> job.died(death, ran));
    }
}
