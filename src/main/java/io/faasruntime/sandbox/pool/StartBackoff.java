package io.faasruntime.sandbox.pool;

import java.time.Duration;

/** How long to wait before a worker is started again after failures: 250 ms, doubled by each up to 10 s. Immutable. */
record StartBackoff(int failures) {

    private static final long FIRST_MS = 250;
    private static final long LONGEST_MS = 10_000;

    static final StartBackoff NONE = new StartBackoff(0);

    StartBackoff afterFailure() {
        return new StartBackoff(Math.min(failures + 1, 16));
    }

    Duration delay() {
        return failures == 0 ? Duration.ZERO : Duration.ofMillis(Math.min(LONGEST_MS, FIRST_MS << (failures - 1)));
    }
}
