package io.faasruntime.runtime;

import io.faasruntime.api.DeadlineExceededException;
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
import io.faasruntime.config.ExecutionPolicy;
import io.faasruntime.spi.Deadline;
import io.faasruntime.spi.Execution;
import io.faasruntime.spi.ExecutionBackend;
import io.faasruntime.spi.ExecutionFinished;
import io.faasruntime.wire.ReturnValPrelude;
import jakarta.json.bind.JsonbException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The runtime of one language over one backend. Safe for threads. */
final class LanguageRuntime implements Runtime {

    /** For a backend that forgets its own deadline; each of ours answers well before. */
    private static final Duration LAST_RESORT = Duration.ofSeconds(10);

    private static final Pattern FUNCTION_NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]{0,99}");

    private final Language language;
    private final ExecutionBackend backend;
    private final Optional<ExecutionBackend> parser;
    private final ExecutionPolicy policy;
    private final InputEncoder inputs;
    private final Consumer<ExecutionFinished> listener;
    private final RunCounters counters = new RunCounters();
    private volatile boolean ended;

    LanguageRuntime(
            Language language,
            ExecutionBackend backend,
            Optional<ExecutionBackend> parser,
            ExecutionPolicy policy,
            InputEncoder inputs,
            Consumer<ExecutionFinished> listener) {
        this.language = language;
        this.backend = backend;
        this.parser = parser;
        this.policy = policy;
        this.inputs = inputs;
        this.listener = listener;
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
        return policy.defaults();
    }

    @Override
    public ExecutionResult runCode(ExecutionRequest request) {
        return await(runCodeAsync(request));
    }

    @Override
    public CompletionStage<ExecutionResult> runCodeAsync(ExecutionRequest request) {
        requireOpen();
        Execution execution = execution(request);
        Duration patience = execution.limits().timeLimit().plus(LAST_RESORT);
        CompletableFuture<ExecutionResult> answer = new CompletableFuture<>();
        CompletableFuture<ExecutionResult> running = backend.execute(execution).toCompletableFuture();
        running.copy()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((result, failure) -> finish(execution, answer, result, failure));
        answer.whenComplete((result, failure) -> {
            if (answer.isCancelled()) {
                running.cancel(true);
            }
        });
        return answer;
    }

    private void finish(
            Execution execution,
            CompletableFuture<ExecutionResult> answer,
            @Nullable ExecutionResult result,
            @Nullable Throwable failure) {
        Duration total = execution.deadline().elapsed();
        if (result != null) {
            counters.ended(result.status());
            listener.accept(new ExecutionFinished(
                    language, backend.name(), result.status().wireName(), total, result.queueTime()));
            answer.complete(result);
        } else {
            FaasRuntimeException typed = typed(failure, total);
            counters.failed();
            listener.accept(new ExecutionFinished(
                    language, backend.name(), typed.getClass().getSimpleName(), total, Duration.ZERO));
            answer.completeExceptionally(typed);
        }
    }

    private Execution execution(ExecutionRequest request) {
        SandboxConfig wanted = request.limits().orElse(policy.defaults());
        SandboxConfig limits = request.timeLimit().map(wanted::withTimeLimit).orElse(wanted);
        policy.checkCode(request.code());
        policy.checkLimits(limits);
        String input = request.input().map(this::encode).orElse(null);
        String stdin = request.stdin().orElse(null);
        policy.checkInput(input, stdin);
        Deadline deadline = Deadline.after(limits.timeLimit());
        return new Execution(
                language,
                request.code(),
                input,
                stdin,
                request.ext(),
                limits,
                deadline,
                request.idempotent(),
                request.caller());
    }

    private String encode(Object input) {
        try {
            return inputs.encode(input);
        } catch (JsonbException e) {
            throw new InvalidRequestException(
                    "input",
                    "input of " + input.getClass() + " cannot be written as JSON; allowed is what JSON-B maps");
        }
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
        policy.checkCode(code);
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
        try {
            return stage.toCompletableFuture().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeadlineExceededException(
                    "the caller was interrupted while it waited", backend.name(), waiting.elapsed(), 1, e);
        } catch (ExecutionException e) {
            throw typed(e.getCause(), waiting.elapsed());
        }
    }

    private FaasRuntimeException typed(@Nullable Throwable failure, Duration elapsed) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof FaasRuntimeException typed) {
            return typed;
        }
        if (cause instanceof TimeoutException) {
            return new DeadlineExceededException(
                    "the backend did not answer within the time limit", backend.name(), elapsed, 1, cause);
        }
        return new ServiceUnavailableException(
                "the backend failed: " + cause, backend.name(), elapsed, 1, false, null, cause);
    }
}
