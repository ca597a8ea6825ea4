package io.faasruntime.faas;

import io.faasruntime.api.CallContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The headers that tie a request to its caller: W3C {@code traceparent}, {@code tracestate} and {@code baggage}, and
 * {@code X-Request-ID}. What MicroProfile Telemetry has put on the request wins: its span is a child of the caller's.
 *
 * @param byName values by header name
 */
record TraceHeaders(Map<String, String> byName) {

    private static final List<String> TRACE = List.of("traceparent", "tracestate", "baggage");

    TraceHeaders {
        byName = Map.copyOf(byName);
    }

    /** @param request headers that other filters have set */
    static TraceHeaders of(Map<String, List<String>> request, CallContext caller) {
        Map<String, String> headers = new LinkedHashMap<>();
        request.forEach((name, values) -> TRACE.stream()
                .filter(trace -> trace.equalsIgnoreCase(name) && !values.isEmpty())
                .forEach(trace -> headers.put(trace, String.join(",", values))));
        if (!headers.containsKey("traceparent")) {
            caller.traceparent().ifPresent(value -> headers.put("traceparent", value));
            caller.tracestate().ifPresent(value -> headers.put("tracestate", value));
        }
        caller.requestId().ifPresent(value -> headers.put("X-Request-ID", value));
        return new TraceHeaders(headers);
    }
}
