package io.faasruntime.spi;

import io.faasruntime.api.ExecutionError;
import io.faasruntime.api.ExecutionOutput;
import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.api.HealthStatus;
import io.faasruntime.api.Language;
import io.faasruntime.api.Validation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A backend as an application may write one: a language of three words ({@code say}, {@code fail}, {@code wait}), a thread for
 * every run, two at a time.
 */
final class ThreadsBackend implements ExecutionBackend, AutoCloseable {

    static final Language WORDS = Language.of("words");

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @Override
    public String name() {
        return "threads";
    }

    @Override
    public int priority() {
        return 1;
    }

    @Override
    public List<Language> languages() {
        return List.of(WORDS);
    }

    @Override
    public boolean serves(Language language) {
        return language.equals(WORDS);
    }

    @Override
    public CompletionStage<ExecutionResult> execute(Execution execution) {
        CompletableFuture<ExecutionResult> result = new CompletableFuture<>();
        Future<?> run = threads.submit(() -> result.complete(run(execution)));
        result.whenComplete((value, failure) -> run.cancel(true));
        return result;
    }

    private static ExecutionResult run(Execution execution) {
        StringBuilder printed = new StringBuilder();
        ExecutionStatus status = ExecutionStatus.SUCCESS;
        for (String line : execution.code().split("\n")) {
            if (line.startsWith("say ")) {
                printed.append(line.substring("say ".length())).append('\n');
            } else if (line.equals("wait")) {
                status = waitFor(execution.deadline());
            } else {
                status = ExecutionStatus.ERROR;
            }
        }
        if (execution.deadline().remaining().isZero()) {
            status = ExecutionStatus.TIMEOUT;
        }
        boolean cut = printed.length() > execution.limits().maxOutputBytes();
        if (cut) {
            printed.setLength((int) execution.limits().maxOutputBytes());
        }
        Optional<ExecutionError> error = status == ExecutionStatus.SUCCESS
                ? Optional.empty()
                : Optional.of(new ExecutionError("Stopped", status.wireName(), 0, 0));
        return new ExecutionResult(
                status,
                new ExecutionOutput(printed.toString(), "", ""),
                error,
                status.exitCode(),
                cut,
                execution.deadline().elapsed(),
                Duration.ZERO,
                "a thread");
    }

    private static ExecutionStatus waitFor(Deadline deadline) {
        try {
            new CountDownLatch(1).await(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
            return ExecutionStatus.TIMEOUT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExecutionStatus.ERROR;
        }
    }

    @Override
    public boolean validates(Language language) {
        return false;
    }

    @Override
    public CompletionStage<Validation> validate(Language language, String code, Set<String> requiredFunctions) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("no parser"));
    }

    @Override
    public HealthStatus health(Language language) {
        return HealthStatus.up(name(), Map.of());
    }

    @Override
    public Map<String, Long> metrics(Language language) {
        return Map.of();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
