package io.faasruntime.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What ties a run to the call that asked for it: the W3C trace context and the request id of the caller, passed on to a
 * remote service. It travels with the {@link ExecutionRequest}.
 *
 * @param traceparent value of {@code traceparent}
 * @param tracestate value of {@code tracestate}
 * @param requestId value of {@code X-Request-ID}
 */
public record CallContext(Optional<String> traceparent, Optional<String> tracestate, Optional<String> requestId) {

    /** Nobody said anything. */
    public static final CallContext NONE = of(null, null, null);

    private static final int LONGEST_HEADER = 512;

    /** Values that cannot be an HTTP header (control characters, other than ASCII, too long) count as absent. */
    public CallContext {
        traceparent = traceparent.filter(CallContext::isHeader);
        tracestate = tracestate.filter(CallContext::isHeader);
        requestId = requestId.filter(CallContext::isHeader);
    }

    /** The context of a call with these headers; null for one that it does not have. */
    public static CallContext of(
            @Nullable String traceparent, @Nullable String tracestate, @Nullable String requestId) {
        return new CallContext(
                Optional.ofNullable(traceparent), Optional.ofNullable(tracestate), Optional.ofNullable(requestId));
    }

    private static boolean isHeader(String value) {
        return !value.isBlank()
                && value.length() <= LONGEST_HEADER
                && value.chars().allMatch(c -> c >= ' ' && c < 127);
    }
}
