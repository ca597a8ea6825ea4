package io.faasruntime.runtime;

import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.FaasRuntimeException;
import io.faasruntime.runtime.batch.BatchWork;
import io.faasruntime.spi.Deadline;
import io.faasruntime.spi.Execution;
import io.faasruntime.spi.ExecutionBackend;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a batch: what each has in common was checked once.
 *
 * @param template the run without an input
 */
record RuntimeWork(LanguageRuntime runtime, Execution template, RunRequests requests, ExecutionBackend backend)
        implements BatchWork {

    @Override
    public String encode(@Nullable Object input) {
        return requests.input(input, template.stdin());
    }

    @Override
    public CompletableFuture<ExecutionResult> alone(String input) {
        return runtime.run(execution(Optional.of(input)));
    }

    @Override
    public boolean canRunTogether() {
        return backend.runsTogether(template.language());
    }

    @Override
    public CompletableFuture<Void> together(List<String> inputs, Consumer<ExecutionResult> each) {
        Execution execution = execution(Optional.empty());
        try {
            return backend.executeTogether(execution, inputs, result -> {
                        runtime.ended(result, result.duration());
                        each.accept(result);
                    })
                    .toCompletableFuture();
        } catch (FaasRuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public int workers() {
        return backend.parallelRuns(template.language());
    }

    /** Its time begins now. */
    private Execution execution(Optional<String> input) {
        return new Execution(
                template.language(),
                template.code(),
                input,
                template.stdin(),
                template.ext(),
                template.limits(),
                Deadline.after(template.limits().timeLimit()),
                template.idempotent(),
                template.caller(),
                template.context());
    }
}
