package io.faasruntime.runtime.batch;

import io.faasruntime.api.ExecutionResult;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Inputs that were begun together: one, or several that share a process. */
final class Group {

    private final BatchRun batch;
    private final List<PendingInput> inputs;
    private int done;
    private boolean over;
    private volatile @Nullable CompletableFuture<?> run;

    Group(BatchRun batch, List<PendingInput> inputs) {
        this.batch = batch;
        this.inputs = inputs;
    }

    CompletableFuture<?> run(BatchWork work, boolean together) {
        try {
            List<String> json = inputs.stream()
                    .map(PendingInput::json)
                    .map(Objects::requireNonNull)
                    .toList();
            CompletableFuture<?> started = together ? work.together(json, this::result) : work.alone(json.get(0));
            run = started;
            return started;
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** The result of the next input. One too many, or one that comes late, is nobody's. */
    private synchronized void result(ExecutionResult result) {
        if (over || done == inputs.size()) {
            return;
        }
        boolean room = batch.result(inputs.get(done).index(), result);
        done++;
        CompletableFuture<?> started = run;
        if (!room && started != null && done < inputs.size()) {
            // Nobody takes what is there already. What is left of this group waits for its turn again.
            over = true;
            started.cancel(true);
        }
    }

    /** @param only the result of an input that ran alone */
    void over(@Nullable ExecutionResult only, @Nullable Throwable failure) {
        if (only != null) {
            result(only);
        }
        List<PendingInput> left;
        synchronized (this) {
            boolean ours = over;
            over = true;
            left = inputs.subList(done, inputs.size());
            batch.groupOver(left, ours ? null : failure);
        }
    }
}
