package io.faasruntime.spi;

import java.time.Duration;

/** The moment at which the caller stops waiting, on the monotonic clock of this JVM. Immutable. */
public final class Deadline {

    private final long startNanos;
    private final long endNanos;

    private Deadline(long startNanos, long endNanos) {
        this.startNanos = startNanos;
        this.endNanos = endNanos;
    }

    /** A deadline that passes {@code limit} from now. */
    public static Deadline after(Duration limit) {
        long now = System.nanoTime();
        return new Deadline(now, now + limit.toNanos());
    }

    /** The same start with more time at the end. */
    public Deadline plus(Duration grace) {
        return new Deadline(startNanos, endNanos + grace.toNanos());
    }

    /** What is left; zero once it has passed. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
    }

    /** Time since the deadline was set, which is when the call began. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
