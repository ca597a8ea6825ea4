package io.faasruntime.rest.stream;

import io.faasruntime.api.Batch;
import io.faasruntime.api.BatchItem;
import io.faasruntime.api.BatchProgress;
import io.faasruntime.api.InvalidRequestException;
import io.faasruntime.api.Language;
import io.faasruntime.wire.BatchAnswer;
import io.faasruntime.wire.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Writes the items of a batch as they come, how far it is now and then, and its totals. */
final class BatchWriter {

    static final String ITEM = "item";
    private static final Duration BEAT = Duration.ofMillis(100);

    private final Language language;
    private final Batch batch;
    private final BatchInputs inputs;
    private final long progressNanos;
    private long lastProgress = System.nanoTime();

    BatchWriter(Language language, Batch batch, BatchInputs inputs, Duration progress) {
        this.language = language;
        this.batch = batch;
        this.inputs = inputs;
        this.progressNanos = progress.toNanos();
    }

    /**
     * Returns when the batch has ended.
     *
     * @throws IOException if nobody reads any more; the batch has been ended then
     */
    void writeTo(EventStream out) throws IOException {
        try (Batch ended = batch) {
            while (!batch.isOver()) {
                writeNext(out);
            }
            out.write("totals", totals());
            out.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for an item", e);
        }
    }

    private void writeNext(EventStream out) throws IOException, InterruptedException {
        Optional<BatchItem> item = batch.poll(Duration.ZERO);
        if (item.isEmpty()) {
            // Nothing more for now: whoever reads gets what there is.
            out.flush();
            item = batch.poll(BEAT);
        }
        if (item.isPresent()) {
            out.write(ITEM, BatchAnswer.item(language, item.get()));
        } else if (!batch.isOver()) {
            out.tryOut();
        }
        if (System.nanoTime() - lastProgress >= progressNanos && !batch.isOver()) {
            lastProgress = System.nanoTime();
            BatchProgress progress = batch.progress();
            out.write("progress", BatchAnswer.progress(progress, timeLeft(progress)));
        }
    }

    /** By the part of the body that has been read, while nobody knows how many inputs there are. */
    private Optional<Duration> timeLeft(BatchProgress progress) {
        double share = inputs.share();
        if (share <= 0 || progress.inputs() == 0 || progress.done() == 0) {
            return Optional.empty();
        }
        double done = share * progress.done() / progress.inputs();
        return Optional.of(Duration.ofMillis((long) (progress.elapsed().toMillis() * (1 - done) / done)));
    }

    private String totals() {
        // What went wrong is the connection's secret, and perhaps the server's.
        Optional<Problem> problem = batch.inputsFailure()
                .map(failure ->
                        Problem.of(new InvalidRequestException("body", "the body could not be read to its end")));
        return BatchAnswer.totals(batch.progress(), problem.orElse(null));
    }
}
