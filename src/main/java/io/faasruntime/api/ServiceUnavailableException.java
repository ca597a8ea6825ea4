package io.faasruntime.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The service could not be reached, its circuit is open, its workers cannot be started, or it failed while it ran the code. */
public final class ServiceUnavailableException extends FaasRuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param retryable true only if the code certainly was not executed
     * @param retryAfter when the service may be back; null when unknown
     */
    public ServiceUnavailableException(
            String message,
            String service,
            Duration elapsed,
            int attempts,
            boolean retryable,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        this(message, new ServiceCall(service, elapsed, attempts), retryable, retryAfter, cause);
    }

    private ServiceUnavailableException(
            String message,
            ServiceCall call,
            boolean retryable,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(message, call, retryable, retryAfter, cause);
    }

    /**
     * The code certainly was not executed, and the same request can succeed later.
     *
     * @param retryAfter when the service may be back; null when unknown
     */
    public static ServiceUnavailableException forNow(
            String message, ServiceCall call, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        return new ServiceUnavailableException(message, call, true, retryAfter, cause);
    }

    /**
     * The code may have been executed, or sending the same request again does not help.
     *
     * @param retryAfter when the service may be back; null when unknown
     */
    public static ServiceUnavailableException failed(
            String message, ServiceCall call, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        return new ServiceUnavailableException(message, call, false, retryAfter, cause);
    }

    /** As above, when nobody knows when the service may be back. */
    public static ServiceUnavailableException failed(String message, ServiceCall call, @Nullable Throwable cause) {
        return failed(message, call, null, cause);
    }
}
