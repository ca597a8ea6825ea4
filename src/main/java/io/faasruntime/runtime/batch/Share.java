package io.faasruntime.runtime.batch;

import io.faasruntime.api.ExecutionResult;

/**
 * How much of the workers a batch takes: all of them as long as it lets go of each soon, so that whoever else comes does not
 * wait long; otherwise it leaves one for the others. Guarded by the batch's lock.
 */
final class Share {

    /** How long somebody may have to wait for a worker because of a batch. */
    private static final double SHORT_MS = 200;
    /** How long inputs that run together are meant to hold a worker: long beside what beginning costs. */
    private static final double TOGETHER_MS = 60;

    private static final int MOST_TOGETHER = 500;
    private static final double CHARACTERS_TOGETHER = 2 << 20;
    private static final double WEIGHT_OF_THE_LAST = 0.2;

    private final int workers;
    private final boolean together;
    private double averageMs;
    private double averageLength;
    private long measured;

    Share(int workers, boolean together) {
        this.workers = Math.max(1, workers);
        this.together = together;
    }

    /** What one input took, and left. */
    void took(ExecutionResult result) {
        double ms = result.duration().toNanos() / 1e6;
        long length = FinishedItems.length(result.output());
        // Slow ones count at once, so that a batch that turns slow lets go of a worker at once.
        averageMs = measured == 0 || ms > SHORT_MS ? ms : averageMs + WEIGHT_OF_THE_LAST * (ms - averageMs);
        averageLength = Math.max(length, averageLength + WEIGHT_OF_THE_LAST * (length - averageLength));
        measured++;
    }

    /** How many runs, or groups of inputs that run together, may be under way. */
    int atOnce() {
        boolean shortOnes = measured > 0 && averageMs < SHORT_MS;
        if (!shortOnes) {
            return Math.max(1, workers - 1);
        }
        // A second one for each worker waits in the queue, so that no worker waits for us.
        return 2 * workers;
    }

    /** How many inputs the next group may have. */
    int groupSize() {
        if (!together) {
            return 1;
        }
        if (measured == 0) {
            return 4;
        }
        double most = Math.min(MOST_TOGETHER, 4.0 * measured);
        double soon = TOGETHER_MS / Math.max(averageMs, 0.01);
        double small = CHARACTERS_TOGETHER / Math.max(averageLength, 1);
        return (int) Math.max(1, Math.min(most, Math.min(soon, small)));
    }
}
