package io.faasruntime.spi;

import io.faasruntime.api.ExecutionOutput;
import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.OutputListener;
import java.util.concurrent.CompletableFuture;

/** Output that is heard of only when the run has ended. */
final class LateOutput {

    private LateOutput() {}

    /** The same result, once {@code listener} has been told; cancelling it ends the run. */
    static CompletableFuture<ExecutionResult> tell(
            CompletableFuture<ExecutionResult> running, OutputListener listener) {
        CompletableFuture<ExecutionResult> told = running.thenApply(result -> {
            tell(result.output(), listener);
            return result;
        });
        told.whenComplete((result, failure) -> {
            if (told.isCancelled()) {
                running.cancel(true);
            }
        });
        return told;
    }

    private static void tell(ExecutionOutput output, OutputListener listener) {
        if (!output.stdout().isEmpty()) {
            listener.stdout(output.stdout());
        }
        if (!output.stderr().isEmpty()) {
            listener.stderr(output.stderr());
        }
    }
}
