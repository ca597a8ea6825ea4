package io.faasruntime.api;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The service has no room for the run right now. Nothing was executed; the same request can succeed later. */
public final class ServiceBusyException extends FaasRuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    /** @param retryAfter when to come back; null when the service did not say */
    public ServiceBusyException(
            String message,
            String service,
            Duration elapsed,
            int attempts,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(message, service, elapsed, attempts, true, cause);
        this.retryAfter = retryAfter;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
