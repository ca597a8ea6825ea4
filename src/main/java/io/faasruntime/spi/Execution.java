package io.faasruntime.spi;

import io.faasruntime.api.Language;
import io.faasruntime.api.SandboxConfig;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run as a backend gets it: validated, with every limit decided.
 *
 * @param language what the code is written in
 * @param code the source, not empty
 * @param inputJson data for the code as JSON text, or null; see {@link #input()}
 * @param stdin text for the code's standard input, or null; see {@link #standardInput()}
 * @param ext opaque labels for the service
 * @param limits the limits of this run
 * @param deadline when the caller's time limit passes, queueing included
 * @param idempotent whether the caller allows the code to be executed more than once
 * @param caller who asks, for fair shares of what is scarce; empty when nobody said so
 */
public record Execution(
        Language language,
        String code,
        @Nullable String inputJson,
        @Nullable String stdin,
        Map<String, String> ext,
        SandboxConfig limits,
        Deadline deadline,
        boolean idempotent,
        String caller) {

    public Execution {
        ext = Map.copyOf(ext);
    }

    /** A run of nobody in particular, without standard input. */
    public Execution(
            Language language,
            String code,
            @Nullable String inputJson,
            Map<String, String> ext,
            SandboxConfig limits,
            Deadline deadline,
            boolean idempotent) {
        this(language, code, inputJson, null, ext, limits, deadline, idempotent, "");
    }

    /** Data for the code as JSON text. */
    public Optional<String> input() {
        return Optional.ofNullable(inputJson);
    }

    /** Text for the code's standard input. */
    public Optional<String> standardInput() {
        return Optional.ofNullable(stdin);
    }

    /** Neither the code nor its data: executions end up in logs. */
    @Override
    public String toString() {
        return "Execution[" + language + ", " + code.length() + " characters of code]";
    }
}
