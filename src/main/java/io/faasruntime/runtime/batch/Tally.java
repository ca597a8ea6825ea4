package io.faasruntime.runtime.batch;

import io.faasruntime.api.BatchItem;
import io.faasruntime.api.BatchProgress;
import io.faasruntime.api.BatchProgress.Ending;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The counts of one batch. Guarded by the batch's lock. */
final class Tally {

    private final long startNanos = System.nanoTime();
    private long endNanos;
    private long inputs;
    private OptionalLong total;
    private long done;
    private long failed;
    private long given;
    private @Nullable Ending ending;

    private Tally(OptionalLong total) {
        this.total = total;
    }

    static Tally of(Iterable<?> inputs) {
        return new Tally(inputs instanceof Collection<?> all ? OptionalLong.of(all.size()) : OptionalLong.empty());
    }

    void read() {
        inputs++;
    }

    void inputsEnd() {
        total = OptionalLong.of(inputs);
    }

    void done(BatchItem item) {
        done++;
        if (!item.isSuccess()) {
            failed++;
        }
    }

    /** An item has been given to the reader. */
    void given() {
        given++;
    }

    boolean areAllGiven() {
        return given == done;
    }

    long failed() {
        return failed;
    }

    void end(Ending how) {
        ending = how;
        endNanos = System.nanoTime();
    }

    boolean hasEnded() {
        return ending != null;
    }

    BatchProgress progress() {
        long until = ending == null ? System.nanoTime() : endNanos;
        return new BatchProgress(
                inputs, done, failed, total, Duration.ofNanos(until - startNanos), Optional.ofNullable(ending));
    }
}
