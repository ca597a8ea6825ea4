package io.faasruntime.api;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
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

    private final ServiceCall call;
    private final boolean retryable;
    private final @Nullable Duration retryAfter;

    FaasRuntimeException(
            String message,
            ServiceCall call,
            boolean retryable,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(message, cause);
        this.call = call;
        this.retryable = retryable;
        this.retryAfter = retryAfter;
    }

    /** What happened, in words; never null. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /** The service that failed: {@code embedded}, or the address of an HTTP service without credentials. */
    public String service() {
        return call.service();
    }

    /** Time between the call and this failure. */
    public Duration elapsed() {
        return call.elapsed();
    }

    /** How many times the service was asked; 0 when the request was refused before. */
    public int attempts() {
        return call.attempts();
    }

    /** Whether the same request can succeed later, and certainly was not executed this time. */
    public boolean retryable() {
        return retryable;
    }

    /** When to come back; empty when nobody knows. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
