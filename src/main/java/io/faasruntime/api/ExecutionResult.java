package io.faasruntime.api;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How a run ended and what it left behind.
 *
 * @param status how it ended
 * @param output what it printed and returned; also what it had printed before a limit ended it
 * @param error what ended it; empty after success, and when the service gave no details
 * @param exitCode 0 after success, otherwise the code the program left with, 1 when it has none of its own; 124 after a
 *     time-out, 137 after the memory limit
 * @param truncated whether output was cut off at the limit
 * @param duration how long the code ran, without queueing and transport
 * @param queueTime how long it waited for a free worker
 * @param engine what ran it, for people ({@code CPython 3.14.3}); empty when the service does not say
 */
public record ExecutionResult(
        ExecutionStatus status,
        ExecutionOutput output,
        Optional<ExecutionError> error,
        int exitCode,
        boolean truncated,
        Duration duration,
        Duration queueTime,
        String engine) {

    public ExecutionResult {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(error, "error");
        Objects.requireNonNull(duration, "duration");
        Objects.requireNonNull(queueTime, "queueTime");
        Objects.requireNonNull(engine, "engine");
    }

    public boolean isSuccess() {
        return status == ExecutionStatus.SUCCESS;
    }
}
