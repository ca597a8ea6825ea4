package io.faasruntime.faas;

import io.faasruntime.spi.Deadline;
import io.faasruntime.spi.Execution;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * One call from its start to its end, over all of its attempts. Used by one thread; only {@link #attempts()} and {@link
 * #elapsed()} may be read by others.
 */
final class FaasCall {

    private final Execution execution;
    private final Deadline deadline;
    private final Set<Node> avoided = new HashSet<>();
    private volatile int attempts;
    private int rounds = 1;
    private Deadline turn = Deadline.after(Duration.ZERO);

    /** @param grace what the call may last beyond the caller's time limit */
    FaasCall(Execution execution, Duration grace) {
        this.execution = execution;
        this.deadline = execution.deadline().plus(grace);
    }

    Execution execution() {
        return execution;
    }

    /** What is left of the caller's time limit: what a run may last that starts now. */
    Duration timeToRun() {
        return execution.deadline().remaining();
    }

    /** What is left until the call ends, whatever the service does. */
    Duration timeToAnswer() {
        return deadline.remaining();
    }

    Duration elapsed() {
        return deadline.elapsed();
    }

    /** How many times a node was asked. */
    int attempts() {
        return attempts;
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one thread writes
    void countAttempt() {
        attempts++;
    }

    /** Begins another round over the nodes; false when there have been {@code most} already. */
    boolean startRound(int most) {
        rounds++;
        return rounds <= most;
    }

    /** Makes this call prefer other nodes from now on. */
    void avoid(Node node) {
        avoided.add(node);
    }

    boolean avoids(Node node) {
        return avoided.contains(node);
    }

    /** Keeps the next attempt from starting before {@code wait} has passed. */
    void comeBackAfter(Duration wait) {
        turn = Deadline.after(wait);
    }

    /** Waits for what the attempt before has asked for. */
    void awaitTurn() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(turn.remaining().toNanos());
    }
}
