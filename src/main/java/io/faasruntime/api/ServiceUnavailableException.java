package io.faasruntime.api;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The service could not be reached, its circuit is open, its workers cannot be started, or it failed while it ran the code. */
public final class ServiceUnavailableException extends FaasRuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

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
        super(message, service, elapsed, attempts, retryable, cause);
        this.retryAfter = retryAfter;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
