package io.faasruntime.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.api.Diagnostic;
import io.faasruntime.api.ExecutionError;
import io.faasruntime.api.ExecutionOutput;
import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.api.Language;
import io.faasruntime.api.SandboxConfig;
import io.faasruntime.api.Validation;
import io.faasruntime.spi.Deadline;
import io.faasruntime.spi.Execution;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SyntaxDetailsTest {

    private static final Validation INVALID =
            new Validation(List.of(new Diagnostic("invalid syntax", 1, 7, 1, 8, Diagnostic.Severity.ERROR)));

    private static ExecutionResult result(ExecutionStatus status, ExecutionError error) {
        ExecutionOutput output = new ExecutionOutput("out", "err", "");
        return new ExecutionResult(
                status, output, Optional.ofNullable(error), 1, false, Duration.ZERO, Duration.ZERO, "");
    }

    private static ExecutionResult completed(
            ExecutionResult result, CompletableFuture<Validation> validation, Duration limit) throws Exception {
        Execution execution = new Execution(
                Language.PYTHON, "def f(:", null, Map.of(), SandboxConfig.DEFAULT, Deadline.after(limit), false);
        return new SyntaxDetails(Optional.of(new ParsingBackend(validation)))
                .complete(execution, result)
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    private static ExecutionResult completed(ExecutionResult result, Validation validation) throws Exception {
        return completed(result, CompletableFuture.completedFuture(validation), Duration.ofSeconds(10));
    }

    @Test
    void anUnexplainedErrorThatIsASyntaxErrorIsExplained() throws Exception {
        ExecutionResult result = completed(result(ExecutionStatus.ERROR, null), INVALID);
        assertEquals(ExecutionStatus.SYNTAX_ERROR, result.status());
        assertEquals(
                new ExecutionError("SyntaxError", "invalid syntax", 1, 7),
                result.error().orElseThrow());
        assertEquals("out", result.output().stdout());
    }

    @Test
    void aSyntaxErrorWithoutAPositionGetsOneAndKeepsItsWords() throws Exception {
        ExecutionError said = new ExecutionError("SyntaxError", "Unexpected token", 0, 0);
        ExecutionResult result = completed(result(ExecutionStatus.SYNTAX_ERROR, said), INVALID);
        assertEquals(
                new ExecutionError("SyntaxError", "Unexpected token", 1, 7),
                result.error().orElseThrow());
    }

    @Test
    void whatIsCompleteAndWhatParsesStaysAsItIs() throws Exception {
        ExecutionResult raised = result(ExecutionStatus.ERROR, new ExecutionError("ValueError", "x", 0, 0));
        assertSame(raised, completed(raised, INVALID));
        ExecutionResult success = result(ExecutionStatus.SUCCESS, null);
        assertSame(success, completed(success, INVALID));
        ExecutionResult unexplained = result(ExecutionStatus.ERROR, null);
        assertSame(unexplained, completed(unexplained, new Validation(List.of())));
    }

    @Test
    void aParserThatFailsOrIsSlowCostsNoResult() throws Exception {
        ExecutionResult unexplained = result(ExecutionStatus.ERROR, null);
        CompletableFuture<Validation> failed = CompletableFuture.failedFuture(new IllegalStateException("no worker"));
        assertSame(unexplained, completed(unexplained, failed, Duration.ofSeconds(10)));
        CompletableFuture<Validation> never = new CompletableFuture<>();
        assertSame(unexplained, completed(unexplained, never, Duration.ofMillis(20)));
        assertTrue(never.isCancelled(), "the parser is told to stop");
    }
}
