package io.faasruntime.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** No answer came within the caller's time limit and its grace. Whether the code was executed is unknown. */
public final class DeadlineExceededException extends FaasRuntimeException {

    private static final long serialVersionUID = 1L;

    public DeadlineExceededException(
            String message, String service, Duration elapsed, int attempts, @Nullable Throwable cause) {
        this(message, new ServiceCall(service, elapsed, attempts), cause);
    }

    public DeadlineExceededException(String message, ServiceCall call, @Nullable Throwable cause) {
        super(message, call, false, null, cause);
    }
}
