package io.faasruntime.api;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The same code over many inputs, immutable: {@code BatchRequest.of(ExecutionRequest.of(code), answers)}.
 *
 * <p>The time limit and the limits of the run hold for each input; its own input is not used.
 */
public final class BatchRequest {

    private final ExecutionRequest run;
    private final Iterable<? extends @Nullable Object> inputs;
    private final BatchOrder order;
    private final BatchIsolation isolation;
    private final int stopAfterFailures;
    private final @Nullable Duration deadline;

    private BatchRequest(
            ExecutionRequest run,
            Iterable<? extends @Nullable Object> inputs,
            BatchOrder order,
            BatchIsolation isolation,
            int stopAfterFailures,
            @Nullable Duration deadline) {
        this.run = Objects.requireNonNull(run, "run");
        this.inputs = Objects.requireNonNull(inputs, "inputs");
        this.order = Objects.requireNonNull(order, "order");
        this.isolation = Objects.requireNonNull(isolation, "isolation");
        this.stopAfterFailures = stopAfterFailures;
        this.deadline = deadline;
    }

    /**
     * A batch that gives its items in the order of the inputs and runs each by itself.
     *
     * @param inputs each as {@link ExecutionRequest#withInput} takes it; gone through once, by a thread of the batch, as fast
     *     as the runs and the reader of the items allow, so it may be without end and may block. A {@code Collection} lets
     *     {@link BatchProgress} say how much is left
     */
    public static BatchRequest of(ExecutionRequest run, Iterable<? extends @Nullable Object> inputs) {
        return new BatchRequest(run, inputs, BatchOrder.INPUT, BatchIsolation.RUN, 0, null);
    }

    public BatchRequest withOrder(BatchOrder newOrder) {
        return new BatchRequest(run, inputs, newOrder, isolation, stopAfterFailures, deadline);
    }

    public BatchRequest withIsolation(BatchIsolation newIsolation) {
        return new BatchRequest(run, inputs, order, newIsolation, stopAfterFailures, deadline);
    }

    /**
     * Ends the batch once so many inputs have failed, whatever the reason; 0, the default: never.
     *
     * @throws IllegalArgumentException if {@code failures} is negative
     */
    public BatchRequest stoppingAfter(int failures) {
        if (failures < 0) {
            throw new IllegalArgumentException("failures must be 0 or more, not " + failures);
        }
        return new BatchRequest(run, inputs, order, isolation, failures, deadline);
    }

    /** The longest that all of it may take, from the call on; what is not done by then is left out. */
    public BatchRequest withDeadline(Duration limit) {
        return new BatchRequest(
                run, inputs, order, isolation, stopAfterFailures, Objects.requireNonNull(limit, "limit"));
    }

    public ExecutionRequest run() {
        return run;
    }

    public Iterable<? extends @Nullable Object> inputs() {
        return inputs;
    }

    public BatchOrder order() {
        return order;
    }

    public BatchIsolation isolation() {
        return isolation;
    }

    /** 0: never. */
    public int stopAfterFailures() {
        return stopAfterFailures;
    }

    public Optional<Duration> deadline() {
        return Optional.ofNullable(deadline);
    }

    /** Neither the code nor its data: requests end up in logs. */
    @Override
    public String toString() {
        return "BatchRequest[" + run + ", " + order + ", isolation " + isolation + "]";
    }
}
