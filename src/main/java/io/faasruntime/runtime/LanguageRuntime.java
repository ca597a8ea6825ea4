package io.faasruntime.runtime;

import io.faasruntime.api.Batch;
import io.faasruntime.api.BatchRequest;
import io.faasruntime.api.ExecutionRequest;
import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.FaasRuntimeException;
import io.faasruntime.api.HealthStatus;
import io.faasruntime.api.InvalidRequestException;
import io.faasruntime.api.Language;
import io.faasruntime.api.OutputListener;
import io.faasruntime.api.Runtime;
import io.faasruntime.api.SandboxConfig;
import io.faasruntime.api.ServiceCall;
import io.faasruntime.api.ServiceUnavailableException;
import io.faasruntime.api.Validation;
import io.faasruntime.runtime.batch.BatchPlaces;
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
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The runtime of one language over one backend. Safe for threads. */
final class LanguageRuntime implements Runtime {

    /** For a backend that forgets its own deadline and grace; each of ours answers well before. */
    private static final Duration LAST_RESORT = Duration.ofSeconds(10);

    /** The outcome of a run whose caller did not wait for it. */
    private static final String CANCELLED = "cancelled";

    private static final Pattern FUNCTION_NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]{0,99}");

    private final Language language;
    private final ExecutionBackend backend;
    private final Optional<ExecutionBackend> parser;
    private final SyntaxDetails syntax;
    private final RunRequests requests;
    private final BackendFailures failures;
    private final BatchPlaces batches;
    private final RunCounters counters;
    private final Consumer<ExecutionFinished> listener;
    private final Duration lastResort;
    private volatile boolean ended;

    LanguageRuntime(
            Language language,
            ExecutionBackend backend,
            Optional<ExecutionBackend> parser,
            RunRequests requests,
            BatchPlaces batches,
            RunCounters counters,
            Consumer<ExecutionFinished> listener) {
        this(language, backend, parser, requests, batches, counters, listener, LAST_RESORT);
    }

    /** @param lastResort how long to wait for a backend that should have answered already */
    LanguageRuntime(
            Language language,
            ExecutionBackend backend,
            Optional<ExecutionBackend> parser,
            RunRequests requests,
            BatchPlaces batches,
            RunCounters counters,
            Consumer<ExecutionFinished> listener,
            Duration lastResort) {
        this.language = language;
        this.backend = backend;
        this.parser = parser;
        this.syntax = new SyntaxDetails(parser.filter(other -> other != backend));
        this.requests = requests;
        this.failures = new BackendFailures(backend.name());
        this.batches = batches;
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
        return run(requests.execution(language, request), backend::execute);
    }

    @Override
    public CompletionStage<ExecutionResult> runCodeAsync(ExecutionRequest request, OutputListener listener) {
        requireOpen();
        return run(requests.execution(language, request), execution -> backend.execute(execution, listener));
    }

    @Override
    public Batch runBatch(BatchRequest request) {
        requireOpen();
        Execution template = requests.execution(language, request.run().withInput(null));
        return batches.start(request, new RuntimeWork(this, template, requests, backend));
    }

    /** A run of a batch. */
    CompletableFuture<ExecutionResult> run(Execution execution) {
        return run(execution, backend::execute);
    }

    private CompletableFuture<ExecutionResult> run(
            Execution execution, Function<Execution, CompletionStage<ExecutionResult>> way) {
        CompletableFuture<ExecutionResult> running = start(execution, way);
        CompletableFuture<ExecutionResult> answer = new CompletableFuture<>();
        running.copy()
                .orTimeout(patience(execution).toMillis(), TimeUnit.MILLISECONDS)
                .thenCompose(result -> syntax.complete(execution, result))
                .whenComplete((result, failure) -> finish(execution, answer, result, failure));
        cancelWith(answer, running);
        return answer;
    }

    /** An answer that was cancelled by its caller, or given up: nobody waits for the work any more. */
    private static void cancelWith(CompletableFuture<?> answer, CompletableFuture<?> work) {
        answer.whenComplete((result, failure) -> {
            if (!work.isDone()) {
                work.cancel(true);
            }
        });
    }

    /** A service that cannot be reached is told of in one way, whether the backend knows it at once or later. */
    private static CompletableFuture<ExecutionResult> start(
            Execution execution, Function<Execution, CompletionStage<ExecutionResult>> way) {
        try {
            return way.apply(execution).toCompletableFuture();
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
            ended(result, total);
            answer.complete(result);
        } else {
            FaasRuntimeException typed = failures.typed(failure, total);
            counters.failed();
            String outcome = answer.isCancelled() ? CANCELLED : typed.getClass().getSimpleName();
            report(outcome, total, Duration.ZERO);
            answer.completeExceptionally(typed);
        }
    }

    /** Counts a run that has a result. */
    void ended(ExecutionResult result, Duration total) {
        counters.ended(result.status());
        report(result.status().wireName(), total, result.queueTime());
    }

    private void report(String outcome, Duration total, Duration queued) {
        listener.accept(new ExecutionFinished(language, backend.name(), outcome, total, queued));
    }

    @Override
    public Validation validateCode(String code) {
        return await(validateCodeAsync(code));
    }

    @Override
    public Validation validateCode(String code, String requiredFunction) {
        return await(validateCodeAsync(code, requiredFunction));
    }

    @Override
    public CompletionStage<Validation> validateCodeAsync(String code) {
        return validate(code, Set.of());
    }

    @Override
    public CompletionStage<Validation> validateCodeAsync(String code, String requiredFunction) {
        if (!FUNCTION_NAME.matcher(requiredFunction).matches()) {
            throw new InvalidRequestException(
                    "requires",
                    "requires is not the name of a function; allowed are letters, digits, _ and $, at most 100, not a"
                            + " digit first");
        }
        return validate(code, Set.of(requiredFunction));
    }

    private CompletionStage<Validation> validate(String code, Set<String> requiredFunctions) {
        requireOpen();
        requests.checkCode(code);
        ExecutionBackend validator = parser.orElseThrow(() -> ServiceUnavailableException.failed(
                "there is no parser for " + language, ServiceCall.notMade(backend.name()), null));
        Deadline waiting = Deadline.after(Duration.ZERO);
        CompletableFuture<Validation> parsing =
                validator.validate(language, code, requiredFunctions).toCompletableFuture();
        CompletableFuture<Validation> answer = new CompletableFuture<>();
        parsing.whenComplete((validation, failure) -> {
            if (validation != null) {
                answer.complete(validation);
            } else {
                answer.completeExceptionally(failures.typed(failure, waiting.elapsed()));
            }
        });
        cancelWith(answer, parsing);
        return answer;
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
