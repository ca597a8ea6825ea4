package io.faasruntime.sandbox.pool;

import io.faasruntime.api.ServiceBusyException;
import io.faasruntime.api.ServiceUnavailableException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What callers are told whose job no worker began: it may be tried again.
 *
 * @param backend the name of the backend whose pool this is
 */
record Refusals(String backend) {

    private static final Duration BUSY_RETRY_AFTER = Duration.ofSeconds(1);

    ServiceBusyException full(Job<?> job, int waiting) {
        return busy(job, "every worker is busy and " + waiting + " runs are waiting", null);
    }

    ServiceBusyException late(Job<?> job) {
        return busy(job, "no worker became free within the time limit", null);
    }

    ServiceBusyException unsent(Job<?> job, Throwable reason) {
        return busy(job, "the server had no room for the request; nothing of it was begun", reason);
    }

    private ServiceBusyException busy(Job<?> job, String message, @Nullable Throwable cause) {
        return new ServiceBusyException(message, backend, job.deadline().elapsed(), 0, BUSY_RETRY_AFTER, cause);
    }

    /** The reason names folders of the host, and is the operators'. */
    ServiceUnavailableException notStarted(Duration retryAfter) {
        return unavailable("no worker can be started; readiness and the server's log say why", retryAfter);
    }

    ServiceUnavailableException shutdown() {
        return unavailable("the server is shutting down", null);
    }

    private ServiceUnavailableException unavailable(String message, @Nullable Duration retryAfter) {
        return new ServiceUnavailableException(message, backend, Duration.ZERO, 0, true, retryAfter, null);
    }
}
