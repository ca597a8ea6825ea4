package io.faasruntime.faas.answer;

import io.faasruntime.api.ExecutionError;
import org.jspecify.annotations.Nullable;

/**
 * An answer of {@code /run_code} as it was written, before anybody says what it means. Null is absent.
 *
 * @param stdout empty when absent
 * @param stderr empty when absent
 * @param retVal empty when absent; a number as JSON text
 * @param error the member {@code error} of the answer itself, empty when absent
 * @param status {@code metadata.status} in lower case
 * @param durationMs {@code metadata.duration}
 * @param queueMs {@code metadata.queue_ms}
 * @param exitCode {@code metadata.exit_code}
 * @param timedOut {@code metadata.timed_out}, false when absent
 * @param truncated {@code metadata.truncated}, false when absent
 * @param engine {@code metadata.engine}, empty when absent
 * @param runtime {@code metadata.runtime}, empty when absent
 * @param failure {@code metadata.error}
 * @param leaked whether stdout was the raw report of the server's child process
 */
record Answer(
        String stdout,
        String stderr,
        String retVal,
        String error,
        @Nullable String status,
        @Nullable Long durationMs,
        @Nullable Long queueMs,
        @Nullable Integer exitCode,
        boolean timedOut,
        boolean truncated,
        String engine,
        String runtime,
        @Nullable ExecutionError failure,
        boolean leaked) {

    Answer withOutput(String newStdout, String newStderr, String newRetVal) {
        return new Answer(
                newStdout,
                newStderr,
                newRetVal,
                error,
                status,
                durationMs,
                queueMs,
                exitCode,
                timedOut,
                truncated,
                engine,
                runtime,
                failure,
                leaked);
    }

    Answer asLeaked() {
        return new Answer(
                stdout,
                stderr,
                retVal,
                error,
                status,
                durationMs,
                queueMs,
                exitCode,
                timedOut,
                truncated,
                engine,
                runtime,
                failure,
                true);
    }

    /** Whether the server says nothing at all about what the code did. */
    boolean isSilent() {
        return stdout.isEmpty() && stderr.isEmpty() && retVal.isEmpty() && error.isEmpty() && failure == null;
    }
}
