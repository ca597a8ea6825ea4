package io.faasruntime.faas;

import io.faasruntime.faas.settings.BreakerSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The circuit breaker of one service. Closed, it lets every attempt through and looks at the last ones; open, it lets
 * nobody through for a while; half open, it lets exactly one attempt through, the trial, whose end closes or opens it.
 *
 * <p>Ours and not a library's because of what an attempt may be: a run of strangers' code can take minutes, so that
 * attempts from before the circuit opened end when it is half open, and must not be taken for the trial; and a trial
 * may be given up by its caller and then says nothing. Safe for threads.
 */
final class Circuit {

    /** A trial that takes longer than this, and than the delay, says nothing: the next caller is the trial. */
    private static final Duration LONGEST_TRIAL = Duration.ofSeconds(10);

    /** How soon to come back while somebody else tries. */
    private static final Duration SOON = Duration.ofMillis(100);

    private final BreakerSettings settings;
    private final LongSupplier nanoTime;
    private final boolean[] lastFailed;
    private int seen;
    private int failures;
    private boolean open;
    private long openedAt;
    private long trialBegan;
    private @Nullable Permit trial;
    private Permit usual = new Permit();

    /** @param nanoTime the clock, as {@link System#nanoTime} */
    Circuit(BreakerSettings settings, LongSupplier nanoTime) {
        this.settings = settings;
        this.nanoTime = nanoTime;
        this.lastFailed = new boolean[settings.volume()];
    }

    /** Leave to make one attempt, whose end has to be told to it; empty when nobody, or somebody else, is to try. */
    synchronized Optional<Permit> enter() {
        if (!open) {
            return Optional.of(usual);
        }
        if (!refusal().isZero()) {
            return Optional.empty();
        }
        Permit permit = new Permit();
        trial = permit;
        trialBegan = nanoTime.getAsLong();
        return Optional.of(permit);
    }

    /** How long {@link #enter} is going to refuse; zero when it is not. */
    synchronized Duration refusal() {
        Duration delay = delayLeft();
        return delay.isZero() && open && trial != null && !trialIsOverdue() ? SOON : delay;
    }

    /** Closed, open or half open. */
    synchronized State state() {
        if (!open) {
            return State.CLOSED;
        }
        return delayLeft().isZero() ? State.HALF_OPEN : State.OPEN;
    }

    private Duration delayLeft() {
        if (!open) {
            return Duration.ZERO;
        }
        Duration left = settings.delay().minusNanos(nanoTime.getAsLong() - openedAt);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private boolean trialIsOverdue() {
        long longest = Math.max(LONGEST_TRIAL.toNanos(), settings.delay().toNanos());
        return nanoTime.getAsLong() - trialBegan > longest;
    }

    private synchronized boolean ended(Permit permit, boolean failed) {
        if (permit == trial) {
            trial = null;
            if (failed) {
                trip();
            } else {
                open = false;
            }
            return failed;
        }
        // Attempts that began before the circuit opened say nothing new.
        return permit == usual && counts(failed);
    }

    private boolean counts(boolean failed) {
        int place = seen % lastFailed.length;
        if (lastFailed[place]) {
            failures--;
        }
        lastFailed[place] = failed;
        if (failed) {
            failures++;
        }
        // Counts on after the first round only to know the place.
        seen = seen + 1 < 2 * lastFailed.length ? seen + 1 : lastFailed.length;
        boolean trips = seen >= lastFailed.length && failures >= settings.ratio() * lastFailed.length;
        if (trips) {
            trip();
        }
        return trips;
    }

    private void trip() {
        open = true;
        openedAt = nanoTime.getAsLong();
        seen = 0;
        failures = 0;
        Arrays.fill(lastFailed, false);
        usual = new Permit();
    }

    private synchronized void givenUp(Permit permit) {
        if (permit == trial) {
            trial = null;
        }
    }

    /** What a circuit can be. */
    enum State {
        CLOSED,
        OPEN,
        HALF_OPEN;

        /** As health checks show it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Leave to make one attempt. */
    final class Permit {

        /**
         * The attempt has ended.
         *
         * @param failed whether that speaks against the service
         * @return whether the circuit opens with it
         */
        boolean ended(boolean failed) {
            return Circuit.this.ended(this, failed);
        }

        /** Nobody knows how the attempt would have ended. */
        void givenUp() {
            Circuit.this.givenUp(this);
        }
    }
}
