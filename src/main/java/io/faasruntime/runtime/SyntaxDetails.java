package io.faasruntime.runtime;

import io.faasruntime.api.Diagnostic;
import io.faasruntime.api.ExecutionError;
import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.api.FaasRuntimeException;
import io.faasruntime.api.Validation;
import io.faasruntime.spi.Execution;
import io.faasruntime.spi.ExecutionBackend;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Adds what a backend has left out of a syntax error: where it is, or that there is one. coze-loop's servers say no
 * more than that the code failed. The language's own parser is asked, if another backend has one; the code stays in
 * this server.
 */
final class SyntaxDetails {

    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final Optional<ExecutionBackend> parser;

    /** @param parser a backend that validates, other than the one whose results are completed */
    SyntaxDetails(Optional<ExecutionBackend> parser) {
        this.parser = parser;
    }

    /**
     * {@code result}, or the same with the position and message that the parser gives. Does not block, and takes no
     * longer than what is left of the run's time limit.
     */
    CompletionStage<ExecutionResult> complete(Execution execution, ExecutionResult result) {
        Optional<ExecutionError> error = result.error();
        boolean unexplained = result.status() == ExecutionStatus.ERROR && error.isEmpty();
        boolean unplaced = result.status() == ExecutionStatus.SYNTAX_ERROR
                && error.map(said -> said.line() == 0).orElse(true);
        if (parser.isEmpty() || (!unexplained && !unplaced)) {
            return CompletableFuture.completedFuture(result);
        }
        return firstError(parser.get(), execution)
                .thenApply(found ->
                        found.map(diagnostic -> withError(result, diagnostic)).orElse(result));
    }

    private static CompletionStage<Optional<Diagnostic>> firstError(ExecutionBackend parser, Execution execution) {
        Duration left = execution.deadline().remaining();
        Duration patience = left.compareTo(LONGEST) < 0 ? left : LONGEST;
        CompletableFuture<Validation> validation;
        try {
            validation = parser.validate(execution.language(), execution.code()).toCompletableFuture();
        } catch (FaasRuntimeException e) {
            // A detail of a result is not worth a failed call.
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return validation
                .copy()
                .orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS)
                .handle((found, failure) -> {
                    validation.cancel(true);
                    return failure == null ? firstError(found) : Optional.empty();
                });
    }

    private static Optional<Diagnostic> firstError(Validation validation) {
        return validation.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
                .findFirst();
    }

    private static ExecutionResult withError(ExecutionResult result, Diagnostic found) {
        Optional<ExecutionError> said = result.error();
        return new ExecutionResult(
                ExecutionStatus.SYNTAX_ERROR,
                result.output(),
                Optional.of(new ExecutionError(
                        said.map(ExecutionError::type).orElse("SyntaxError"),
                        said.map(ExecutionError::message).orElse(found.message()),
                        found.line(),
                        found.column())),
                result.exitCode(),
                result.truncated(),
                result.duration(),
                result.queueTime(),
                result.engine());
    }
}
