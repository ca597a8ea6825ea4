package io.faasruntime.rest.contract;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a caller of the contract wants its requests handled, by the header {@code Prefer} (RFC 7240).
 *
 * <p>Callers that say nothing are coze-loop backends, and are treated as coze-loop's own servers treat them. A gateway of
 * ours asks for {@code handling=strict}: it reads statuses and metadata, and wants the code's own output.
 */
enum Handling {
    /** What is wrong with a request is told by a status, and nothing is added to what the code printed. */
    STRICT,
    /** Requests are taken as they come; what coze-loop's client would overlook is said where it looks. */
    LENIENT;

    private static final String STRICT_PREFERENCE = "handling=strict";

    static Handling of(HttpHeaders headers) {
        return of(headers.getRequestHeader("Prefer"));
    }

    static Handling of(@Nullable List<String> preferences) {
        boolean strict = preferences != null
                && preferences.stream()
                        .flatMap(value -> List.of(value.split(",")).stream())
                        .map(value -> value.replace(" ", "").replace("\"", "").toLowerCase(Locale.ROOT))
                        .anyMatch(STRICT_PREFERENCE::equals);
        return strict ? STRICT : LENIENT;
    }
}
