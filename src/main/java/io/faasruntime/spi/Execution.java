package io.faasruntime.spi;

import io.faasruntime.api.CallContext;
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
 * @param input data for the code as JSON text
 * @param stdin text for the code's standard input
 * @param ext opaque labels for the service
 * @param limits the limits of this run
 * @param deadline when the caller's time limit passes, queueing included
 * @param idempotent whether the caller allows the code to be executed more than once
 * @param caller who asks, for fair shares of what is scarce; empty when nobody said so
 * @param context the trace and the request id of the call that asks
 */
public record Execution(
        Language language,
        String code,
        Optional<String> input,
        Optional<String> stdin,
        Map<String, String> ext,
        SandboxConfig limits,
        Deadline deadline,
        boolean idempotent,
        String caller,
        CallContext context) {

    public Execution {
        ext = Map.copyOf(ext);
    }

    /** A run of nobody in particular, without standard input; {@code input} is null when there is none. */
    public Execution(
            Language language,
            String code,
            @Nullable String input,
            Map<String, String> ext,
            SandboxConfig limits,
            Deadline deadline,
            boolean idempotent) {
        this(
                language,
                code,
                Optional.ofNullable(input),
                Optional.empty(),
                ext,
                limits,
                deadline,
                idempotent,
                "",
                CallContext.NONE);
    }

    /** Neither the code nor its data: executions end up in logs. */
    @Override
    public String toString() {
        return "Execution[" + language + ", " + code.length() + " characters of code]";
    }
}
