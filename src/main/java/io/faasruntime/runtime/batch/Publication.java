package io.faasruntime.runtime.batch;

import io.faasruntime.api.BatchItem;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Gives the items to one subscriber, as it asks for them, on a thread of its own. */
final class Publication implements Flow.Subscription {

    private static final Duration LOOK = Duration.ofDays(1);

    private final BatchRun batch;
    private final Flow.Subscriber<? super BatchItem> subscriber;
    private final Thread thread = new Thread(this::publish, "faas-runtime-batch-items");
    private long wanted;
    private boolean cancelled;
    private @Nullable Throwable misuse;

    private Publication(BatchRun batch, Flow.Subscriber<? super BatchItem> subscriber) {
        this.batch = batch;
        this.subscriber = subscriber;
        thread.setDaemon(true);
    }

    static void begin(BatchRun batch, Flow.Subscriber<? super BatchItem> subscriber) {
        Publication publication = new Publication(batch, subscriber);
        if (batch.claim()) {
            subscriber.onSubscribe(publication);
            publication.thread.start();
        } else {
            publication.cancelled = true;
            subscriber.onSubscribe(publication);
            subscriber.onError(Failures.secondReader());
        }
    }

    @Override
    public synchronized void request(long n) {
        if (n <= 0) {
            misuse = new IllegalArgumentException("asked for " + n + " items; allowed is 1 or more");
        }
        wanted = wanted + n < 0 ? Long.MAX_VALUE : wanted + n;
        notifyAll();
    }

    @Override
    public void cancel() {
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            notifyAll();
        }
        batch.close();
    }

    private synchronized void ended() {
        // An end is told without demand, too.
        notifyAll();
    }

    private void publish() {
        try {
            batch.whenEnded(this::ended);
            while (awaitDemand()) {
                Optional<BatchItem> item = batch.poll(LOOK);
                if (item.isPresent()) {
                    taken();
                    subscriber.onNext(item.get());
                } else if (batch.isOver()) {
                    break;
                }
            }
            conclude();
        } catch (InterruptedException e) {
            batch.close();
        } catch (Throwable e) {
            // The subscriber broke its contract: it gets no more.
            cancel();
        }
    }

    /** Whether the next item is wanted; does not wait once there is none any more. */
    private synchronized boolean awaitDemand() throws InterruptedException {
        while (wanted == 0 && !cancelled && misuse == null && !batch.isOver()) {
            wait();
        }
        return !cancelled && misuse == null;
    }

    private synchronized void taken() {
        if (wanted != Long.MAX_VALUE) {
            wanted--;
        }
    }

    private void conclude() {
        Throwable problem;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            problem = misuse != null ? misuse : batch.inputsFailure().orElse(null);
        }
        batch.close();
        if (problem == null) {
            subscriber.onComplete();
        } else {
            subscriber.onError(problem);
        }
    }
}
