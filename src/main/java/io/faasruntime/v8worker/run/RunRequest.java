package io.faasruntime.v8worker.run;

import io.faasruntime.protocol.Fields;
import io.faasruntime.protocol.ProtocolViolation;
import io.faasruntime.v8worker.source.SourceLanguage;
import java.time.Duration;
import java.util.Optional;

/**
 * A RUN frame.
 *
 * @param input JSON text
 */
public record RunRequest(
        SourceLanguage language,
        String code,
        Optional<String> input,
        Duration timeLimit,
        long maxOutputBytes,
        long maxResultBytes) {

    public static RunRequest from(Fields fields) throws ProtocolViolation {
        return new RunRequest(
                SourceLanguage.of(fields.require("language")),
                fields.require("code"),
                fields.get("input"),
                Duration.ofMillis(fields.requireLong("timeout_ms")),
                fields.requireLong("max_output_bytes"),
                fields.requireLong("max_result_bytes"));
    }

    /** No code, no input: they are the caller's. */
    @Override
    public String toString() {
        return "RunRequest[" + language + ", " + timeLimit + "]";
    }
}
