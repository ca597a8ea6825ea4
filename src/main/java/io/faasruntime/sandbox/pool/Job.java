package io.faasruntime.sandbox.pool;

import io.faasruntime.protocol.Fields;
import io.faasruntime.protocol.Frame;
import io.faasruntime.protocol.FrameType;
import io.faasruntime.protocol.ProtocolViolation;
import io.faasruntime.sandbox.process.WorkerDeath;
import io.faasruntime.spi.Deadline;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * One request on its way through the pool to a worker and back.
 *
 * <p>After {@link #started} only the thread that reads the worker's frames calls it, until it is finished.
 *
 * @param <T> the answer
 */
public abstract class Job<T> {

    /** With two bytes a character this leaves room in the smallest pipe of the systems we run on, 64 KB on Linux. */
    protected static final int SMALL_CHARS = 8192;

    private static final int MAX_ATTEMPTS = 3;

    private final Deadline deadline;
    private final int memoryMb;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private volatile Duration queueTime = Duration.ZERO;
    private volatile String engine = "";
    private volatile int attempts;

    protected Job(Deadline deadline, int memoryMb) {
        this.deadline = deadline;
        this.memoryMb = memoryMb;
    }

    public final Deadline deadline() {
        return deadline;
    }

    final int memoryMb() {
        return memoryMb;
    }

    /** Completed by the pool, on a thread of its own. */
    public final CompletableFuture<T> answer() {
        return answer;
    }

    protected final Duration queueTime() {
        return queueTime;
    }

    /** What runs the job, for people; empty until a worker takes it. */
    protected final String engine() {
        return engine;
    }

    /** Called when a worker takes the job, under the pool's lock. */
    final synchronized void started(String engineOfWorker) {
        queueTime = deadline.elapsed();
        engine = engineOfWorker;
        attempts++;
    }

    /** Whether another worker may try when one ended before it began. Few do, so a few attempts are enough. */
    final boolean mayBeRepeated() {
        return attempts < MAX_ATTEMPTS;
    }

    /** Whether the request fits into any pipe, so that sending it does not block. */
    protected abstract boolean isSmall();

    /** What to send, with the time that is left. */
    protected abstract Frame request(Duration timeLeft);

    /**
     * Takes bytes that the code printed.
     *
     * @return whether the code may print more
     */
    protected abstract boolean printed(FrameType stream, byte[] bytes) throws ProtocolViolation;

    /** The answer made of the worker's last frame. */
    protected abstract T done(Fields fields) throws ProtocolViolation;

    /** The answer when the worker died on the job; throws when there can be none. */
    protected abstract T died(WorkerDeath death, Duration ran);

    final void succeed(T value) {
        answer.complete(value);
    }

    final void fail(Throwable failure) {
        answer.completeExceptionally(failure);
    }

    /** Completes the answer with what {@code source} makes or throws. */
    final void settle(Supplier<T> source) {
        try {
            answer.complete(source.get());
        } catch (Throwable e) {
            answer.completeExceptionally(e);
        }
    }
}
