package io.faasruntime.api;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A batch at one moment.
 *
 * @param inputs that have been read so far
 * @param done inputs that are through, failed ones among them; their items may still wait for their reader
 * @param failed inputs without success: the code failed, hit a limit, or could not be run
 * @param total how many there are in all; empty as long as nobody knows
 * @param elapsed since the batch began, until now or its end
 * @param ended how the batch ended; empty as long as it has not
 */
public record BatchProgress(
        long inputs, long done, long failed, OptionalLong total, Duration elapsed, Optional<Ending> ended) {

    /** How a batch ended. */
    public enum Ending {
        /** Every input is through. */
        COMPLETED,
        /** As many inputs failed as the request allows. */
        FAILURES,
        /** Its deadline passed. */
        DEADLINE,
        /** Its reader went away. */
        CANCELLED,
        /** The inputs could not be read to their end. */
        BROKEN
    }

    public long succeeded() {
        return done - failed;
    }

    /** Inputs that are through, per second. */
    public double ratePerSecond() {
        return elapsed.isZero() ? 0 : done / (elapsed.toNanos() / 1e9);
    }

    /** What the rest takes at the rate so far; empty as long as nobody knows. */
    public Optional<Duration> timeLeft() {
        double rate = ratePerSecond();
        return total.isEmpty() || rate == 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis((long) (1000 * (total.getAsLong() - done) / rate)));
    }
}
