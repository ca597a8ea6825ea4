package io.faasruntime.faas;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Decides when the circuit of a service opens, and for how long. Liberty takes the numbers of {@code @CircuitBreaker} on
 * a client interface from the annotation only and ignores configuration; so the annotation's breaker opens at the first
 * {@link CircuitTrip}, tries again soon, and this class, by the rules of MicroProfile Fault Tolerance and the configured
 * numbers, says when that is. It also lets health checks see the state, which the annotation hides. Safe for threads.
 */
final class Circuit {

    private final BreakerSettings settings;
    private final Deque<Boolean> lastFailed = new ArrayDeque<>();
    private boolean open;
    private long openedAt;

    Circuit(BreakerSettings settings) {
        this.settings = settings;
    }

    /**
     * An attempt has ended.
     *
     * @return whether the circuit opens with it
     */
    synchronized boolean ended(boolean failed) {
        if (open) {
            // Attempts that began before the circuit opened say nothing new.
            return remaining().isZero() && endedOnTrial(failed);
        }
        lastFailed.addLast(failed);
        if (lastFailed.size() > settings.volume()) {
            lastFailed.removeFirst();
        }
        long failures = lastFailed.stream().filter(Boolean::booleanValue).count();
        boolean trips = lastFailed.size() == settings.volume() && failures >= settings.ratio() * settings.volume();
        if (trips) {
            trip();
        }
        return trips;
    }

    private boolean endedOnTrial(boolean failed) {
        if (failed) {
            trip();
        } else {
            open = false;
        }
        return failed;
    }

    /** How long nobody is to be asked; empty when the next attempt may be made. */
    synchronized Optional<Duration> openFor() {
        Duration remaining = remaining();
        return remaining.isZero() ? Optional.empty() : Optional.of(remaining);
    }

    private void trip() {
        open = true;
        openedAt = System.nanoTime();
        lastFailed.clear();
    }

    private Duration remaining() {
        if (!open) {
            return Duration.ZERO;
        }
        Duration remaining = settings.delay().minusNanos(System.nanoTime() - openedAt);
        return remaining.isNegative() ? Duration.ZERO : remaining;
    }
}
