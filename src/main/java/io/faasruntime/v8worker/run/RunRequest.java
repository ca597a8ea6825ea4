package io.faasruntime.v8worker.run;

import io.faasruntime.protocol.FieldNames;
import io.faasruntime.protocol.Fields;
import io.faasruntime.protocol.ProtocolViolation;
import io.faasruntime.v8worker.source.SourceLanguage;
import java.time.Duration;
import java.util.Optional;

/**
 * A RUN frame.
 *
 * @param input JSON text
 * @param stdin text of the standard input
 */
public record RunRequest(
        SourceLanguage language,
        String code,
        Optional<String> input,
        Optional<String> stdin,
        Duration timeLimit,
        long maxOutputBytes,
        long maxResultBytes) {

    public static RunRequest from(Fields fields) throws ProtocolViolation {
        return new RunRequest(
                SourceLanguage.of(fields.require(FieldNames.LANGUAGE)),
                fields.require(FieldNames.CODE),
                fields.get(FieldNames.INPUT),
                fields.get(FieldNames.STDIN),
                Duration.ofMillis(fields.requireLong(FieldNames.TIMEOUT_MS)),
                fields.requireLong(FieldNames.MAX_OUTPUT_BYTES),
                fields.requireLong(FieldNames.MAX_RESULT_BYTES));
    }

    /** No code, no input: they are the caller's. */
    @Override
    public String toString() {
        return "RunRequest[" + language + ", " + timeLimit + "]";
    }
}
