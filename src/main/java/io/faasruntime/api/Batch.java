package io.faasruntime.api;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/**
 * A batch under way. Its items have one reader: one subscriber, or whoever called {@link #stream()}, or who calls {@link
 * #poll}. A reader that is slow slows the runs down; only a bounded number of items waits for it. Safe for threads.
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

    /**
     * Waits for the next item, at most for {@code patience}: for readers that have something else to do now and then.
     *
     * @return empty if there is none by then, or none any more; {@link #isOver()} tells
     */
    Optional<BatchItem> poll(Duration patience) throws InterruptedException;

    /** Whether the batch has ended and every item has been taken. */
    boolean isOver();

    /** Why the inputs could not be read to their end; empty if they could, or before the batch has ended. */
    Optional<RuntimeException> inputsFailure();

    /** How far it is. Does not block. */
    BatchProgress progress();

    /** Ends the batch and its runs; items that are done stay readable. Does nothing once it has ended. */
    @Override
    void close();
}
