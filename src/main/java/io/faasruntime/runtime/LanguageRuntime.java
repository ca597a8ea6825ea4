package io.faasruntime.runtime;

import io.faasruntime.api.ExecutionRequest;
import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.FaasRuntimeException;
import io.faasruntime.api.HealthStatus;
import io.faasruntime.api.InvalidRequestException;
import io.faasruntime.api.Language;
import io.faasruntime.api.Runtime;
import io.faasruntime.api.SandboxConfig;
import io.faasruntime.api.ServiceUnavailableException;
import io.faasruntime.api.Validation;
import io.faasruntime.spi.Deadline;
import io.faasruntime.spi.Execution;
import io.faasruntime.spi.ExecutionBackend;
import io.faasruntime.spi.ExecutionFinished;
import io.faasruntime.wire.ReturnValPrelude;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The runtime of one language over one backend. Safe for threads. */
final class LanguageRuntime implements Runtime {

    /** For a backend that forgets its own deadline and grace; each of ours answers well before. */
    private static final Duration LAST_RESORT = Duration.ofSeconds(10);

    private static final Pattern FUNCTION_NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]{0,99}");

    private final Language language;
    private final ExecutionBackend backend;
    private final Optional<ExecutionBackend> parser;
    private final RunRequests requests;
    private final BackendFailures failures;
    private final RunCounters counters;
    private final Consumer<ExecutionFinished> listener;
    private final Duration lastResort;
    private volatile boolean ended;

    LanguageRuntime(
            Language language,
            ExecutionBackend backend,
            Optional<ExecutionBackend> parser,
            RunRequests requests,
            RunCounters counters,
            Consumer<ExecutionFinished> listener) {
        this(language, backend, parser, requests, counters, listener, LAST_RESORT);
    }

    /** @param lastResort how long to wait for a backend that should have answered already */
    LanguageRuntime(
            Language language,
            ExecutionBackend backend,
            Optional<ExecutionBackend> parser,
            RunRequests requests,
            RunCounters counters,
            Consumer<ExecutionFinished> listener,
            Duration lastResort) {
        this.language = language;
        this.backend = backend;
        this.parser = parser;
        this.requests = requests;
        this.failures = new BackendFailures(backend.name());
        this.counters = counters;
        this.listener = listener;
        this.lastResort = lastResort;
    }

    @Override
    public Language language() {
        return language;
    }

    @Override
    public List<String> supportedLanguages() {
        List<String> names = new ArrayList<>();
        names.add(language.name());
        names.addAll(language.aliases());
        return List.copyOf(names);
    }

    @Override
    public SandboxConfig sandboxConfig() {
        return requests.defaults();
    }

    @Override
    public ExecutionResult runCode(ExecutionRequest request) {
        return await(runCodeAsync(request));
    }

    @Override
    public CompletionStage<ExecutionResult> runCodeAsync(ExecutionRequest request) {
        requireOpen();
        Execution execution = requests.execution(language, request);
        CompletableFuture<ExecutionResult> running = start(execution);
        CompletableFuture<ExecutionResult> answer = new CompletableFuture<>();
        running.copy()
                .orTimeout(patience(execution).toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((result, failure) -> finish(execution, answer, result, failure));
        // Cancelled by the caller, or given up: nobody waits for the run any more.
        answer.whenComplete((result, failure) -> {
            if (!running.isDone()) {
                running.cancel(true);
            }
        });
        return answer;
    }

    /** A service that cannot be reached is told of in one way, whether the backend knows it at once or later. */
    private CompletableFuture<ExecutionResult> start(Execution execution) {
        try {
            return backend.execute(execution).toCompletableFuture();
        } catch (InvalidRequestException e) {
            throw e;
        } catch (FaasRuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private Duration patience(Execution execution) {
        return execution.limits().timeLimit().plus(backend.grace(language)).plus(lastResort);
    }

    private void finish(
            Execution execution,
            CompletableFuture<ExecutionResult> answer,
            @Nullable ExecutionResult result,
            @Nullable Throwable failure) {
        Duration total = execution.deadline().elapsed();
        if (result != null) {
            counters.ended(result.status());
            report(result.status().wireName(), total, result.queueTime());
            answer.complete(result);
        } else {
            FaasRuntimeException typed = failures.typed(failure, total);
            counters.failed();
            report(typed.getClass().getSimpleName(), total, Duration.ZERO);
            answer.completeExceptionally(typed);
        }
    }

    private void report(String outcome, Duration total, Duration queued) {
        listener.accept(new ExecutionFinished(language, backend.name(), outcome, total, queued));
    }

    @Override
    public Validation validateCode(String code) {
        return validate(code, Set.of());
    }

    @Override
    public Validation validateCode(String code, String requiredFunction) {
        if (!FUNCTION_NAME.matcher(requiredFunction).matches()) {
            throw new InvalidRequestException(
                    "requires",
                    "requires is not the name of a function; allowed are letters, digits, _ and $, at most 100, not a"
                            + " digit first");
        }
        return validate(code, Set.of(requiredFunction));
    }

    private Validation validate(String code, Set<String> requiredFunctions) {
        requireOpen();
        requests.checkCode(code);
        ExecutionBackend validator = parser.orElseThrow(() -> new ServiceUnavailableException(
                "there is no parser for " + language, backend.name(), Duration.ZERO, 0, false, null, null));
        return await(validator.validate(language, code, requiredFunctions));
    }

    @Override
    public String getReturnValFunction() {
        return ReturnValPrelude.forLanguage(language).orElse("");
    }

    @Override
    public HealthStatus healthStatus() {
        return backend.health(language);
    }

    @Override
    public Map<String, Long> metrics() {
        Map<String, Long> metrics = new TreeMap<>(backend.metrics(language));
        metrics.putAll(counters.snapshot());
        return metrics;
    }

    @Override
    public void cleanup() {
        ended = true;
    }

    void warmUp() {
        backend.warmUp(language);
    }

    boolean isWarm() {
        return backend.isWarm(language);
    }

    private void requireOpen() {
        if (ended) {
            throw new IllegalStateException(
                    "this runtime of " + language + " has been cleaned up; get a new one from RuntimeManager");
        }
    }

    private <T> T await(CompletionStage<T> stage) {
        Deadline waiting = Deadline.after(Duration.ZERO);
        CompletableFuture<T> future = stage.toCompletableFuture();
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw failures.interrupted(e, waiting.elapsed());
        } catch (ExecutionException e) {
            throw failures.typed(e.getCause(), waiting.elapsed());
        }
    }
}
