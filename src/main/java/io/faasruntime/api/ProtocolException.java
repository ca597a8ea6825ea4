package io.faasruntime.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The service answered something that is not an answer: a redirect, HTML, nothing, broken or oversized JSON. */
public final class ProtocolException extends FaasRuntimeException {

    private static final long serialVersionUID = 1L;

    public ProtocolException(
            String message, String service, Duration elapsed, int attempts, @Nullable Throwable cause) {
        super(message, service, elapsed, attempts, false, cause);
    }
}
