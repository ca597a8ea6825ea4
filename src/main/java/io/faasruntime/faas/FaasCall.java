package io.faasruntime.faas;

import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.FaasRuntimeException;
import io.faasruntime.api.ServiceCall;
import io.faasruntime.faas.node.Node;
import io.faasruntime.faas.node.NodeFault;
import io.faasruntime.spi.Conversion;
import io.faasruntime.spi.Deadline;
import io.faasruntime.spi.Execution;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One call from its start to its outcome, over all of its attempts. Used by one thread; only {@link #attempts()} and {@link
 * #elapsed()} may be read by others.
 */
final class FaasCall {

    private final Execution execution;
    private final Deadline deadline;
    private final Set<Node> avoided = new HashSet<>();
    private volatile int attempts;
    private int rounds = 1;
    private Deadline turn = Deadline.after(Duration.ZERO);
    private @Nullable Conversion conversion;
    private @Nullable NodeFault lastFault;
    private @Nullable ExecutionResult result;
    private @Nullable FaasRuntimeException failure;

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

    /** This call so far, of {@code service}. */
    ServiceCall made(String service) {
        return new ServiceCall(service, elapsed(), attempts);
    }

    /** What the code becomes for servers that do not know its language; made once, and waited for. */
    Conversion conversion(Converters converters) throws InterruptedException {
        if (conversion == null) {
            conversion = converters.conversion(this);
        }
        return conversion;
    }

    void succeeded(ExecutionResult newResult) {
        result = newResult;
    }

    void failed(FaasRuntimeException newFailure) {
        failure = newFailure;
    }

    /**
     * The result, once the last attempt has been made.
     *
     * @throws FaasRuntimeException if that is how the call ended
     */
    ExecutionResult outcome() {
        if (failure != null) {
            throw failure;
        }
        return Objects.requireNonNull(result, "no attempt has been made");
    }

    /** Keeps what the last attempt met with, for the case that no further one can be made. */
    void remember(NodeFault fault) {
        lastFault = fault;
    }

    Optional<NodeFault> lastFault() {
        return Optional.ofNullable(lastFault);
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
