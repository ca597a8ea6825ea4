package io.faasruntime.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The service has no room for the run right now. Nothing was executed; the same request can succeed later. */
public final class ServiceBusyException extends FaasRuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param retryAfter when to come back; null when the service did not say */
    public ServiceBusyException(
            String message,
            String service,
            Duration elapsed,
            int attempts,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        this(message, new ServiceCall(service, elapsed, attempts), retryAfter, cause);
    }

    /** @param retryAfter when to come back; null when the service did not say */
    public ServiceBusyException(
            String message, ServiceCall call, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, call, true, retryAfter, cause);
    }
}
