package io.faasruntime.runtime;

import io.faasruntime.api.DeadlineExceededException;
import io.faasruntime.api.FaasRuntimeException;
import io.faasruntime.api.ServiceCall;
import io.faasruntime.api.ServiceUnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Gives whatever a backend fails with its place among the failures that callers know.
 *
 * @param backend the backend's name
 */
record BackendFailures(String backend) {

    /** @param elapsed time since the call began */
    FaasRuntimeException typed(@Nullable Throwable failure, Duration elapsed) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof FaasRuntimeException typed) {
            return typed;
        }
        if (cause instanceof TimeoutException) {
            return new DeadlineExceededException(
                    "the backend did not answer within the time limit", ServiceCall.once(backend, elapsed), cause);
        }
        return ServiceUnavailableException.failed(
                "the backend failed: " + cause, ServiceCall.once(backend, elapsed), cause);
    }

    /** The failure of a call whose thread was interrupted while it waited. */
    FaasRuntimeException interrupted(InterruptedException cause, Duration elapsed) {
        return new DeadlineExceededException(
                "the caller was interrupted while it waited", ServiceCall.once(backend, elapsed), cause);
    }
}
