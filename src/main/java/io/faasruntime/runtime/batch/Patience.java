package io.faasruntime.runtime.batch;

import io.faasruntime.api.FaasRuntimeException;
import java.time.Duration;

/**
 * Whether inputs that a busy or missing service did not take are worth another try: as long as it has served some input not
 * long ago. Guarded by the batch's lock.
 */
final class Patience {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration SHORTEST_REST = Duration.ofMillis(20);
    private static final Duration LONGEST_REST = Duration.ofSeconds(1);

    private long servedNanos = System.nanoTime();

    void served() {
        servedNanos = System.nanoTime();
    }

    /** How long to rest before the next try; zero if there is none. */
    Duration restAfter(FaasRuntimeException failure) {
        if (!failure.retryable() || System.nanoTime() - servedNanos > LONGEST.toNanos()) {
            return Duration.ZERO;
        }
        // Who is told to come back in a second may find a worker long before: a batch asks for few at a time.
        Duration wanted = failure.retryAfter().orElse(SHORTEST_REST).dividedBy(20);
        Duration atLeast = wanted.compareTo(SHORTEST_REST) < 0 ? SHORTEST_REST : wanted;
        return atLeast.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : atLeast;
    }
}
