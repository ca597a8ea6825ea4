package io.faasruntime.faas;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What a circuit breaker's state must be, for health checks: MicroProfile Fault Tolerance lets nobody ask. Sees the same
 * attempts and counts by the same rules; a rejected call corrects it. Safe for threads.
 */
final class CircuitWatch {

    private final BreakerSettings settings;
    private final Deque<Boolean> lastFailed = new ArrayDeque<>();
    private boolean open;
    private long openedAt;

    CircuitWatch(BreakerSettings settings) {
        this.settings = settings;
    }

    /** An attempt was let through and has ended. */
    synchronized void ended(boolean failed) {
        if (open) {
            open = false;
            lastFailed.clear();
            if (failed) {
                trip();
            }
            return;
        }
        lastFailed.addLast(failed);
        if (lastFailed.size() > settings.volume()) {
            lastFailed.removeFirst();
        }
        long failures = lastFailed.stream().filter(Boolean::booleanValue).count();
        if (lastFailed.size() == settings.volume() && failures >= settings.ratio() * settings.volume()) {
            trip();
        }
    }

    /** A call was turned away because the circuit is open. */
    synchronized void rejected() {
        if (remaining().isZero()) {
            trip();
        }
    }

    /** How long the circuit will let nothing through; empty when it would let a call through now. */
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
