package io.faasruntime.runtime.batch;

import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.InvalidRequestException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the inputs of one batch are for: runs of its code. Safe for threads. */
public interface BatchWork {

    /**
     * {@code input} as the runs take it.
     *
     * @throws InvalidRequestException if it cannot be written as JSON, or is too large
     */
    String encode(@Nullable Object input);

    /** Runs the code on one input, and does not block. Cancelling the future ends the run. */
    CompletableFuture<ExecutionResult> alone(String input);

    /** Whether {@link #together} is worth more than {@link #alone}. */
    boolean canRunTogether();

    /**
     * Runs the code on several inputs that may share a process, and does not block. Cancelling the future ends the runs.
     *
     * @param each gets the result of each input, in their order, as soon as it is there; must not block
     * @return completed when no more results come, because all inputs have theirs or because the last one that has was the
     *     end of the process; exceptionally if the service failed before the next input had its result
     */
    CompletableFuture<Void> together(List<String> inputs, Consumer<ExecutionResult> each);

    /** How many runs at the same time have a worker. */
    int workers();
}
