package io.faasruntime.api;

import java.io.Serializable;
import java.time.Duration;

/**
 * A call of a service up to the moment at which it failed.
 *
 * @param service the service: {@code embedded}, or the address of an HTTP service without credentials; empty for none
 * @param elapsed time since the call began
 * @param attempts how many times the service was asked; 0 when the request was refused before
 */
public record ServiceCall(String service, Duration elapsed, int attempts) implements Serializable {

    /** A call that ended before {@code service} was asked. */
    public static ServiceCall notMade(String service) {
        return new ServiceCall(service, Duration.ZERO, 0);
    }

    /** A call that asked {@code service} once, {@code elapsed} ago. */
    public static ServiceCall once(String service, Duration elapsed) {
        return new ServiceCall(service, elapsed, 1);
    }
}
