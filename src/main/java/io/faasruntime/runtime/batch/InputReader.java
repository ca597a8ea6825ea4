package io.faasruntime.runtime.batch;

import io.faasruntime.api.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/** Brings the inputs, on a thread of its own: whoever makes them may block. */
final class InputReader {

    private final Iterable<? extends @Nullable Object> inputs;
    private final BatchWork work;
    private final BatchRun batch;
    private final Thread thread = new Thread(this::readAll, "faas-runtime-batch-inputs");

    InputReader(Iterable<? extends @Nullable Object> inputs, BatchWork work, BatchRun batch) {
        this.inputs = inputs;
        this.work = work;
        this.batch = batch;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Nobody wants another input. */
    void stop() {
        thread.interrupt();
    }

    private void readAll() {
        RuntimeException failure = null;
        try {
            long index = 0;
            for (Object input : inputs) {
                if (!batch.awaitRoom()) {
                    return;
                }
                batch.add(encoded(index, input));
                index++;
            }
        } catch (InterruptedException e) {
            // The batch has ended.
        } catch (RuntimeException e) {
            failure = e;
        } catch (Throwable e) {
            failure = new IllegalStateException("the inputs could not be read: " + e, e);
        } finally {
            batch.inputsEnd(failure);
        }
    }

    private PendingInput encoded(long index, @Nullable Object input) {
        if (input instanceof UnreadableInput unreadable) {
            return new PendingInput(index, null, unreadable.why());
        }
        try {
            return new PendingInput(index, work.encode(input), null);
        } catch (InvalidRequestException e) {
            return new PendingInput(index, null, e);
        }
    }
}
