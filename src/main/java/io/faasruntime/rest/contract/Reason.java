package io.faasruntime.rest.contract;

import io.faasruntime.api.ExecutionError;
import io.faasruntime.api.ExecutionOutput;
import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.SandboxConfig;

/**
 * Says in stderr why a run did not end in success, if the code has said nothing there: coze-loop's client reads output alone,
 * and takes a run with an empty stderr for one that went well.
 */
final class Reason {

    private Reason() {}

    /** {@code result}, with a reason where it needs one. */
    static ExecutionResult addedTo(ExecutionResult result, SandboxConfig limits) {
        boolean said = !result.output().stderr().isBlank();
        if (result.isSuccess() || said) {
            return result;
        }
        ExecutionOutput output = new ExecutionOutput(
                result.output().stdout(),
                of(result, limits) + "\n",
                result.output().retVal());
        return new ExecutionResult(
                result.status(),
                output,
                result.error(),
                result.exitCode(),
                result.truncated(),
                result.duration(),
                result.queueTime(),
                result.engine());
    }

    private static String of(ExecutionResult result, SandboxConfig limits) {
        String why = switch (result.status()) {
            case TIMEOUT ->
                "TimeoutError: the code was ended at its time limit of "
                        + limits.timeLimit().toMillis() + " ms";
            case MEMORY_LIMIT ->
                "MemoryError: the code was ended at its memory limit of " + limits.memoryLimitMb() + " MB";
            case OUTPUT_LIMIT ->
                "OutputLimitError: the code was ended for printing more than its " + limits.maxOutputBytes() + " bytes";
            default ->
                result.error()
                        .filter(error -> !error.type().equals("SystemExit"))
                        .map(error -> error.type() + ": " + error.message())
                        .orElse("SystemExit: the code left with exit code " + result.exitCode());
        };
        return why + result.error().map(Reason::place).orElse("");
    }

    private static String place(ExecutionError error) {
        if (error.line() == 0) {
            return "";
        }
        String column = error.column() == 0 ? "" : ", column " + error.column();
        return " (line " + error.line() + column + ")";
    }
}
