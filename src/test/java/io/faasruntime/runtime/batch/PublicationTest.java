package io.faasruntime.runtime.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.api.BatchItem;
import io.faasruntime.api.BatchProgress.Ending;
import io.faasruntime.api.BatchRequest;
import io.faasruntime.api.ExecutionRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PublicationTest {

    private static final long PATIENCE = 20;

    private final CountDownLatch over = new CountDownLatch(1);
    private final ScriptedWork work = ScriptedWork.alone(2);
    private final Subscriber subscriber = new Subscriber();

    /** Asks for what the test asks for. */
    private static final class Subscriber implements Flow.Subscriber<BatchItem> {

        final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
        final LinkedBlockingQueue<BatchItem> items = new LinkedBlockingQueue<>();
        final CompletableFuture<Throwable> end = new CompletableFuture<>();

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription.complete(given);
        }

        @Override
        public void onNext(BatchItem item) {
            items.add(item);
        }

        @Override
        public void onError(Throwable failure) {
            end.complete(failure);
        }

        @Override
        public void onComplete() {
            end.complete(null);
        }

        void request(long n) throws Exception {
            subscription.get(PATIENCE, TimeUnit.SECONDS).request(n);
        }

        BatchItem next() throws InterruptedException {
            return items.poll(PATIENCE, TimeUnit.SECONDS);
        }
    }

    private BatchRun start(List<?> inputs) {
        return BatchRun.start(BatchRequest.of(ExecutionRequest.of("code"), inputs), work, over::countDown);
    }

    @Test
    void givesWhatIsAskedForAndNotMore() throws Exception {
        work.succeedAlways();
        start(List.of(1, 2, 3)).subscribe(subscriber);
        subscriber.request(2);
        assertEquals(0, subscriber.next().index());
        assertEquals(1, subscriber.next().index());
        assertTrue(over.await(PATIENCE, TimeUnit.SECONDS));
        assertNull(subscriber.items.poll());
        assertTrue(!subscriber.end.isDone());
        subscriber.request(1);
        assertEquals(2, subscriber.next().index());
        assertNull(subscriber.end.get(PATIENCE, TimeUnit.SECONDS));
    }

    @Test
    void completesWithoutBeingAskedWhenThereIsNothing() throws Exception {
        start(List.of()).subscribe(subscriber);
        assertNull(subscriber.end.get(PATIENCE, TimeUnit.SECONDS));
    }

    @Test
    void cancellingEndsTheRuns() throws Exception {
        BatchRun batch = start(List.of(1, 2));
        batch.subscribe(subscriber);
        subscriber.request(Long.MAX_VALUE);
        ScriptedWork.Started run = work.next();
        subscriber.subscription.get(PATIENCE, TimeUnit.SECONDS).cancel();
        assertTrue(over.await(PATIENCE, TimeUnit.SECONDS));
        assertEquals(Ending.CANCELLED, batch.progress().ended().orElseThrow());
        run.future().handle((result, failure) -> failure).get(PATIENCE, TimeUnit.SECONDS);
        assertTrue(run.future().isCancelled());
    }

    @Test
    void refusesASecondSubscriber() throws Exception {
        BatchRun batch = start(List.of(1));
        batch.subscribe(subscriber);
        Subscriber second = new Subscriber();
        batch.subscribe(second);
        assertInstanceOf(IllegalStateException.class, second.end.get(PATIENCE, TimeUnit.SECONDS));
        work.next().succeed();
        subscriber.request(1);
        assertEquals(0, subscriber.next().index());
    }

    @Test
    void endsForWhoAsksForNothing() throws Exception {
        start(List.of(1)).subscribe(subscriber);
        subscriber.request(0);
        assertInstanceOf(IllegalArgumentException.class, subscriber.end.get(PATIENCE, TimeUnit.SECONDS));
        assertTrue(over.await(PATIENCE, TimeUnit.SECONDS));
    }

    @Test
    void endsForASubscriberThatThrows() throws Exception {
        work.succeedAlways();
        start(List.of(1, 2)).subscribe(new Flow.Subscriber<BatchItem>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(BatchItem item) {
                throw new IllegalStateException("not this one");
            }

            @Override
            public void onError(Throwable failure) {}

            @Override
            public void onComplete() {}
        });
        assertTrue(over.await(PATIENCE, TimeUnit.SECONDS));
    }
}
