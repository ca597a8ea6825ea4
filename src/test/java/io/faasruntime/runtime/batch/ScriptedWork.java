package io.faasruntime.runtime.batch;

import io.faasruntime.api.ExecutionError;
import io.faasruntime.api.ExecutionOutput;
import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.api.InvalidRequestException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Runs that end when the test says so; an input {@code bad} is refused. */
final class ScriptedWork implements BatchWork {

    private static final long PATIENCE_SECONDS = 20;

    private final int workers;
    private final boolean together;
    private final LinkedBlockingQueue<Started> started = new LinkedBlockingQueue<>();
    private final AtomicInteger begun = new AtomicInteger();

    private ScriptedWork(int workers, boolean together) {
        this.workers = workers;
        this.together = together;
    }

    static ScriptedWork alone(int workers) {
        return new ScriptedWork(workers, false);
    }

    static ScriptedWork together(int workers) {
        return new ScriptedWork(workers, true);
    }

    /** A run, or several in one process. */
    record Started(List<String> inputs, CompletableFuture<?> future, Consumer<ExecutionResult> each) {

        String input() {
            return inputs.get(0);
        }

        void succeed() {
            give(success(input()));
        }

        @SuppressWarnings("unchecked")
        void give(ExecutionResult result) {
            ((CompletableFuture<ExecutionResult>) future).complete(result);
        }

        void fail(RuntimeException failure) {
            future.completeExceptionally(failure);
        }

        /** Gives results to so many of the inputs, and ends. */
        void succeed(int count) {
            inputs.subList(0, count).forEach(input -> each.accept(success(input)));
            future.complete(null);
        }
    }

    static ExecutionResult success(String input) {
        return result(ExecutionStatus.SUCCESS, input, Duration.ofMillis(1));
    }

    static ExecutionResult failure(String input) {
        return result(ExecutionStatus.ERROR, input, Duration.ofMillis(1));
    }

    static ExecutionResult result(ExecutionStatus status, String output, Duration took) {
        Optional<ExecutionError> error = status == ExecutionStatus.SUCCESS
                ? Optional.empty()
                : Optional.of(new ExecutionError("Error", "", 1, 1));
        return new ExecutionResult(
                status, new ExecutionOutput(output, "", ""), error, 0, false, took, Duration.ZERO, "script");
    }

    /** The next run that was begun. */
    Started next() throws InterruptedException {
        Started next = started.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no run was begun");
        }
        return next;
    }

    /** How many inputs have been begun. */
    int begun() {
        return begun.get();
    }

    /** Ends every run with success from now on, on another thread. */
    void succeedAlways() {
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    Started run = started.take();
                    if (together) {
                        run.succeed(run.inputs.size());
                    } else {
                        run.succeed();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public String encode(Object input) {
        if ("bad".equals(input)) {
            throw new InvalidRequestException("input", "input is bad; allowed is anything else");
        }
        return String.valueOf(input);
    }

    @Override
    public CompletableFuture<ExecutionResult> alone(String input) {
        CompletableFuture<ExecutionResult> run = new CompletableFuture<>();
        begun.incrementAndGet();
        started.add(new Started(List.of(input), run, result -> {}));
        return run;
    }

    @Override
    public boolean canRunTogether() {
        return together;
    }

    @Override
    public CompletableFuture<Void> together(List<String> inputs, Consumer<ExecutionResult> each) {
        CompletableFuture<Void> run = new CompletableFuture<>();
        begun.addAndGet(inputs.size());
        started.add(new Started(List.copyOf(inputs), run, each));
        return run;
    }

    @Override
    public int workers() {
        return workers;
    }
}
