package io.faasruntime.sandbox.pool;

import io.faasruntime.protocol.Fields;
import io.faasruntime.protocol.Frame;
import io.faasruntime.protocol.ProtocolViolation;
import io.faasruntime.sandbox.process.DaemonThreads;
import io.faasruntime.sandbox.process.Ending;
import io.faasruntime.sandbox.process.LastWords;
import io.faasruntime.sandbox.process.WorkerDeath;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One child process and the job it is on. Its own thread reads what the child sends; everything that goes wrong ends in
 * the death of the process, and its death ends the job.
 *
 * <p>Safe for threads, as long as one thread at a time assigns jobs.
 */
final class WorkerProcess {

    private static final int READ_BUFFER_BYTES = 1 << 16;
    private static final Duration REAPING = Duration.ofSeconds(5);

    private final Process process;
    private final int maxFrameBytes;
    private final Owner owner;
    private final ScheduledExecutorService timer;
    private final LastWords lastWords;
    private final CompletableFuture<Fields> hello = new CompletableFuture<>();
    private final AtomicReference<@Nullable Assignment<?>> assignment = new AtomicReference<>();
    private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
    private volatile int served;

    /** A job, when it was given, and the timer that ends it. */
    private static final class Assignment<T> {
        final Job<T> job;
        final ScheduledFuture<?> killer;
        final long startNanos = System.nanoTime();
        /** Set by the thread that reads from the child, when the child says so. */
        volatile boolean begun;

        Assignment(Job<T> job, ScheduledFuture<?> killer) {
            this.job = job;
            this.killer = killer;
        }

        Duration ran() {
            return Duration.ofNanos(System.nanoTime() - startNanos);
        }
    }

    /** Who is told what becomes of a worker. Called on the worker's own thread. */
    interface Owner {
        /** The worker is free again. */
        void released(WorkerProcess worker);

        /** The worker is gone; {@code unstarted}, when there is one, is a job that it certainly did not begin. */
        void ended(WorkerProcess worker, WorkerDeath death, @Nullable Job<?> unstarted);

        /** Runs {@code settlement}, which answers a job, where the asker's own code may run. */
        void settle(Runnable settlement);
    }

    private WorkerProcess(
            Process process, String name, int maxFrameBytes, Owner owner, ScheduledExecutorService timer) {
        this.process = process;
        this.maxFrameBytes = maxFrameBytes;
        this.owner = owner;
        this.timer = timer;
        this.lastWords = new LastWords(process.getErrorStream(), name);
    }

    /**
     * Starts a child with an empty environment. Does not wait until it is ready, see {@link #hello()}.
     *
     * @throws IOException if the process cannot be started
     */
    static WorkerProcess start(
            List<String> command,
            Path home,
            String name,
            int maxFrameBytes,
            Owner owner,
            ScheduledExecutorService timer)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().clear();
        WorkerProcess worker = new WorkerProcess(builder.start(), name, maxFrameBytes, owner, timer);
        worker.lastWords.start();
        DaemonThreads.start("faas-runtime-" + name, worker::readFrames);
        return worker;
    }

    /** How many jobs this worker was given. */
    int served() {
        return served;
    }

    /** What the worker said of itself when it was ready; fails when it ended before. */
    CompletableFuture<Fields> hello() {
        return hello;
    }

    /** Gives {@code job} to this free worker and starts the clock that kills it. */
    <T> void assign(Job<T> job, Duration killAfter) {
        served++;
        ScheduledFuture<?> killer =
                timer.schedule(() -> kill(Ending.TIMEOUT), killAfter.toMillis(), TimeUnit.MILLISECONDS);
        assignment.set(new Assignment<>(job, killer));
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

    /** Sends the assigned job. Blocks while the child does not read; a child that is gone is noticed by its reader. */
    void send() {
        Assignment<?> current = assignment.get();
        if (current == null) {
            return;
        }
        try {
            current.job.request(current.job.deadline().remaining()).writeTo(process.getOutputStream());
        } catch (IOException e) {
            kill(Ending.DEATH);
        }
    }

    /** Ends the process now, and whatever it is doing. The first reason counts. */
    void kill(Ending reason) {
        ending.compareAndSet(null, reason);
        process.destroyForcibly();
    }

    /** Waits for the end of the process, or for an interrupt, which stays set. */
    void awaitEnd(Duration limit) {
        try {
            process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readFrames() {
        try (InputStream stdout = new BufferedInputStream(process.getInputStream(), READ_BUFFER_BYTES)) {
            while (true) {
                receive(Frame.readFrom(stdout, maxFrameBytes));
            }
        } catch (ProtocolViolation e) {
            kill(Ending.PROTOCOL_VIOLATION);
        } catch (IOException e) {
            // The end of the stream is the end of the process, or of its use.
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
        if (ending.get() != null || !assignment.compareAndSet(current, null)) {
            return;
        }
        current.killer.cancel(false);
        answer(current, fields);
    }

    private <T> void answer(Assignment<T> current, Fields fields) throws ProtocolViolation {
        T answer;
        try {
            answer = current.job.done(fields);
        } catch (ProtocolViolation e) {
            assignment.set(current);
            throw e;
        }
        // First the worker, then the answer: who has it and asks again at once finds the worker free.
        owner.released(this);
        owner.settle(() -> current.job.succeed(answer));
    }

    private void bury() {
        process.destroyForcibly();
        int exitCode = reap();
        WorkerDeath death =
                new WorkerDeath(Objects.requireNonNullElse(ending.get(), Ending.DEATH), exitCode, lastWords.text());
        hello.completeExceptionally(new IOException("the worker did not start: " + death.describe()));
        Assignment<?> last = assignment.getAndSet(null);
        owner.ended(this, death, last == null ? null : endOf(last, death));
    }

    /** Answers the last job with the death of its worker, unless it was not begun, in which case it is handed back. */
    private @Nullable Job<?> endOf(Assignment<?> last, WorkerDeath death) {
        last.killer.cancel(false);
        boolean byItself = death.ending() == Ending.DEATH || death.ending() == Ending.PROTOCOL_VIOLATION;
        if (!last.begun && byItself && last.job.mayBeRepeated()) {
            return last.job;
        }
        Duration ran = last.ran();
        owner.settle(() -> settle(last.job, death, ran));
        return null;
    }

    private static <T> void settle(Job<T> job, WorkerDeath death, Duration ran) {
        job.settle(() -> job.died(death, ran));
    }

    private int reap() {
        try {
            if (process.waitFor(REAPING.toMillis(), TimeUnit.MILLISECONDS)) {
                lastWords.awaitEnd();
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return -1;
    }
}
