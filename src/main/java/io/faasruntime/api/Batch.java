package io.faasruntime.api;

import java.util.concurrent.Flow;
import java.util.stream.Stream;

/**
 * A batch under way. Its items have one reader: either one subscriber, or whoever called {@link #stream()}. A reader that is
 * slow slows the runs down; only a bounded number of items waits for it. Safe for threads.
 */
public interface Batch extends Flow.Publisher<BatchItem>, AutoCloseable {

    /**
     * Publishes the items, on a thread of the batch. Cancelling the subscription ends the batch. {@code onComplete} follows
     * however it ended, and {@link #progress()} says how; {@code onError} only if the inputs could not be read.
     *
     * @throws IllegalStateException is given to {@code onError} if the items have a reader already
     */
    @Override
    void subscribe(Flow.Subscriber<? super BatchItem> subscriber);

    /**
     * The items, to be gone through by one thread, which waits for them. Closing the stream ends the batch: use it with
     * {@code try}. Throws what the inputs threw.
     *
     * @throws IllegalStateException if the items have a reader already
     */
    Stream<BatchItem> stream();

    /** How far it is. Does not block. */
    BatchProgress progress();

    /** Ends the batch and its runs; items that are done stay readable. Does nothing once it has ended. */
    @Override
    void close();
}
