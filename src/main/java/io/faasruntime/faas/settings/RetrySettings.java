package io.faasruntime.faas.settings;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often and how fast a service is asked again.
 *
 * @param attempts how many times it is asked at most, the first time included
 * @param delay time between two attempts
 * @param jitter how much the delay may vary in both directions, so that callers do not come back in step
 */
public record RetrySettings(int attempts, Duration delay, Duration jitter) {

    public static final RetrySettings DEFAULT = new RetrySettings(3, Duration.ofMillis(100), Duration.ofMillis(50));

    /** The time until the next attempt, this time. */
    public Duration pause() {
        long spread = jitter.toNanos();
        long varied = delay.toNanos() + ThreadLocalRandom.current().nextLong(-spread, spread + 1);
        return Duration.ofNanos(Math.max(0, varied));
    }
}
