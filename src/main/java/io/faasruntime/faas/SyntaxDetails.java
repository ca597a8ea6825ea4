package io.faasruntime.faas;

import io.faasruntime.api.Diagnostic;
import io.faasruntime.api.ExecutionError;
import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.spi.Execution;
import java.time.Duration;
import java.util.Optional;

/**
 * Adds what a server has left out of a syntax error. coze-loop's Python server answers one, and every other error before
 * the first output, with nothing but {@code "status": "error"}; its JavaScript server gives no position.
 */
final class SyntaxDetails {

    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final SyntaxCheck check;

    SyntaxDetails(SyntaxCheck check) {
        this.check = check;
    }

    /** {@code result}, or the same with the position and message that the language's own parser gives. */
    ExecutionResult complete(FaasCall call, ExecutionResult result) throws InterruptedException {
        boolean unexplained =
                result.status() == ExecutionStatus.ERROR && result.error().isEmpty();
        boolean unplaced = result.status() == ExecutionStatus.SYNTAX_ERROR
                && (result.error().map(ExecutionError::line).orElse(0) == 0);
        if (!unexplained && !unplaced) {
            return result;
        }
        Duration left = call.timeToAnswer();
        Execution execution = call.execution();
        Optional<Diagnostic> error =
                check.firstError(execution.language(), execution.code(), left.compareTo(LONGEST) < 0 ? left : LONGEST);
        return error.map(found -> withError(result, found)).orElse(result);
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
