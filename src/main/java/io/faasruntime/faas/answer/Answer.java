package io.faasruntime.faas.answer;

import io.faasruntime.api.ExecutionError;
import io.faasruntime.api.ExecutionOutput;
import org.jspecify.annotations.Nullable;

/**
 * An answer of {@code /run_code} as it was written, before anybody says what it means.
 *
 * @param output empty texts for what is absent; a result that is a number as JSON text
 * @param error the member {@code error} of the answer itself, empty when absent
 * @param metadata what the server says about the run
 */
record Answer(ExecutionOutput output, String error, Metadata metadata) {

    Answer with(ExecutionOutput newOutput) {
        return new Answer(newOutput, error, metadata);
    }

    /** Whether the server says nothing at all about what the code did. */
    boolean isSilent() {
        return output.stdout().isEmpty()
                && output.stderr().isEmpty()
                && output.retVal().isEmpty()
                && error.isEmpty()
                && metadata.failure() == null;
    }

    /** Whether the server itself says that the run failed, whatever status it gives. */
    boolean reportsFailure() {
        Integer exitCode = metadata.exitCode();
        return !error.isEmpty() || metadata.failure() != null || (exitCode != null && exitCode != 0);
    }

    /**
     * {@code metadata} of an answer. Null is absent.
     *
     * @param status {@code status} in lower case
     * @param durationMs {@code duration}
     * @param queueMs {@code queue_ms}
     * @param exitCode {@code exit_code}
     * @param timedOut {@code timed_out}, false when absent
     * @param truncated {@code truncated}, false when absent
     * @param engine {@code engine}, empty when absent
     * @param runtime {@code runtime}, empty when absent
     * @param failure {@code error}
     */
    record Metadata(
            @Nullable String status,
            @Nullable Long durationMs,
            @Nullable Long queueMs,
            @Nullable Integer exitCode,
            boolean timedOut,
            boolean truncated,
            String engine,
            String runtime,
            @Nullable ExecutionError failure) {}
}
