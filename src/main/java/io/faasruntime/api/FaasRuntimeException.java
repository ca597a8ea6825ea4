package io.faasruntime.api;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A service failed to run code: it was unreachable, busy, spoke nonsense or exceeded the deadline. What the code itself
 * did is never one of these. Messages and causes hold neither the code nor its data.
 */
public abstract sealed class FaasRuntimeException extends RuntimeException
        permits InvalidRequestException,
                ServiceUnavailableException,
                ServiceBusyException,
                DeadlineExceededException,
                ProtocolException {

    private static final long serialVersionUID = 1L;

    private final String service;
    private final Duration elapsed;
    private final int attempts;
    private final boolean retryable;

    FaasRuntimeException(
            String message,
            String service,
            Duration elapsed,
            int attempts,
            boolean retryable,
            @Nullable Throwable cause) {
        super(message, cause);
        this.service = service;
        this.elapsed = elapsed;
        this.attempts = attempts;
        this.retryable = retryable;
    }

    /** What happened, in words; never null. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /** The service that failed: {@code embedded}, or the address of an HTTP service without credentials. */
    public String service() {
        return service;
    }

    /** Time between the call and this failure. */
    public Duration elapsed() {
        return elapsed;
    }

    /** How many times the service was asked; 0 when the request was refused before. */
    public int attempts() {
        return attempts;
    }

    /** Whether the same request can succeed later, and certainly was not executed this time. */
    public boolean retryable() {
        return retryable;
    }
}
