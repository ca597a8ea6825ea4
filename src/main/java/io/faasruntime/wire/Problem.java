package io.faasruntime.wire;

import io.faasruntime.api.DeadlineExceededException;
import io.faasruntime.api.FaasRuntimeException;
import io.faasruntime.api.InvalidRequestException;
import io.faasruntime.api.ProtocolException;
import io.faasruntime.api.ServiceBusyException;
import io.faasruntime.api.ServiceUnavailableException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457).
 *
 * @param name the last part of the type, {@code invalid-request}; the same for every occurrence
 * @param title the type in words
 * @param status HTTP status
 * @param detail this occurrence in words; no stack traces, no paths of the host, no submitted code
 * @param field the offending member or parameter, or null
 * @param retryable whether the same request can succeed later and certainly was not executed
 * @param retryAfter when to come back, or null
 */
public record Problem(
        String name,
        String title,
        int status,
        String detail,
        @Nullable String field,
        boolean retryable,
        @Nullable Duration retryAfter) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_PREFIX = "urn:faas-runtime:problem:";

    /** What a failure of a service means over HTTP: 400, 429, 502, 503 or 504. */
    public static Problem of(FaasRuntimeException failure) {
        String detail = failure.getMessage();
        if (failure instanceof InvalidRequestException invalid) {
            return invalidRequest(invalid.field(), detail);
        }
        Optional<Duration> retryAfter = failure.retryAfter();
        if (failure instanceof ServiceBusyException) {
            return service("busy", "No room for this run", 429, detail, failure, retryAfter);
        }
        if (failure instanceof ServiceUnavailableException) {
            Optional<Duration> comeBack = retryAfter.or(() -> Optional.of(Duration.ofSeconds(1)));
            return service("unavailable", "The service is not available", 503, detail, failure, comeBack);
        }
        if (failure instanceof DeadlineExceededException) {
            return service("deadline", "No answer within the deadline", 504, detail, failure, retryAfter);
        }
        if (failure instanceof ProtocolException) {
            return service("protocol", "The service gave no valid answer", 502, detail, failure, retryAfter);
        }
        throw new AssertionError("a new kind of failure", failure);
    }

    public static Problem invalidRequest(String field, String detail) {
        return new Problem("invalid-request", "The request is not valid", 400, detail, field, false, null);
    }

    public static Problem unknownLanguage(int status, String detail) {
        return new Problem("unknown-language", "There is no such language", status, detail, "language", false, null);
    }

    private static Problem service(
            String name,
            String title,
            int status,
            String detail,
            FaasRuntimeException failure,
            Optional<Duration> retryAfter) {
        return new Problem(name, title, status, detail, null, failure.retryable(), retryAfter.orElse(null));
    }

    /** The value of a {@code Retry-After} header in whole seconds, rounded up, at least 1. */
    public Optional<Long> retryAfterSeconds() {
        return Optional.ofNullable(retryAfter).map(time -> Math.max(1, (time.toMillis() + 999) / 1000));
    }

    /** The document. Callers that speak the FaaS contract find the same in its words, {@code error} and {@code details}. */
    public String toJson() {
        return JsonText.write(json());
    }

    JsonObject json() {
        JsonObjectBuilder json = JsonText.PROVIDER
                .createObjectBuilder()
                .add("type", TYPE_PREFIX + name)
                .add("title", title)
                .add("status", status)
                .add("detail", detail);
        if (field != null) {
            json.add("field", field);
        }
        return json.add("retryable", retryable)
                .add("error", title)
                .add("details", detail)
                .build();
    }
}
