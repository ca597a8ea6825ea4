package io.faasruntime.runtime.batch;

import io.faasruntime.api.Batch;
import io.faasruntime.api.BatchIsolation;
import io.faasruntime.api.BatchItem;
import io.faasruntime.api.BatchProgress;
import io.faasruntime.api.BatchProgress.Ending;
import io.faasruntime.api.BatchRequest;
import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.FaasRuntimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One batch, from its inputs to its items. Runs are begun by whoever makes that possible: the thread that brings an input, the
 * one that ends a run, the one that takes an item. One lock guards the books; no run is begun or ended under it.
 */
public final class BatchRun implements Batch {

    private static final long MOST_CHARACTERS_TOGETHER = 1 << 20;

    private final BatchWork work;
    private final int stopAfterFailures;
    private final boolean together;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final AtomicBoolean hasReader = new AtomicBoolean();
    private final Set<CompletableFuture<?>> underWay = ConcurrentHashMap.newKeySet();
    private final InputReader reader;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition roomForInputs = lock.newCondition();
    private final Condition news = lock.newCondition();
    private final PendingInputs pending = new PendingInputs();
    private final FinishedItems finished;
    private final Share share;
    private final Patience patience = new Patience();
    private final Tally tally;
    /** Groups of inputs that have been begun and not ended, and the inputs in them without an item. */
    private int groups;

    private int unfinished;
    private boolean resting;
    private boolean dispatching;
    private boolean dispatchAgain;
    private boolean inputsEnded;
    private @Nullable RuntimeException inputsFailure;

    private BatchRun(BatchRequest request, BatchWork work) {
        this.work = work;
        this.stopAfterFailures = request.stopAfterFailures();
        this.together = request.isolation() == BatchIsolation.BATCH && work.canRunTogether();
        this.finished = new FinishedItems(request.order());
        this.share = new Share(work.workers(), together);
        this.tally = Tally.of(request.inputs());
        this.reader = new InputReader(request.inputs(), work, this);
    }

    /**
     * Begins {@code request}.
     *
     * @param whenOver called once, when the last run has been told to end
     */
    public static BatchRun start(BatchRequest request, BatchWork work, Runnable whenOver) {
        BatchRun batch = new BatchRun(request, work);
        batch.over.whenComplete((nothing, failure) -> whenOver.run());
        request.deadline()
                .ifPresent(limit -> batch.over
                        .copy()
                        .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                        .exceptionally(late -> {
                            batch.end(Ending.DEADLINE);
                            return null;
                        }));
        batch.reader.start();
        return batch;
    }

    /** Waits until there is room for another input; whether one is still wanted. */
    boolean awaitRoom() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!pending.hasRoom() && !tally.hasEnded()) {
                roomForInputs.await();
            }
            return !tally.hasEnded();
        } finally {
            lock.unlock();
        }
    }

    void add(PendingInput input) {
        lock.lock();
        try {
            if (tally.hasEnded()) {
                return;
            }
            tally.read();
            pending.add(input);
        } finally {
            lock.unlock();
        }
        dispatch();
    }

    /** There are no more inputs; {@code failure} says why if there should be. */
    void inputsEnd(@Nullable RuntimeException failure) {
        lock.lock();
        try {
            inputsEnded = true;
            inputsFailure = failure;
            tally.inputsEnd();
        } finally {
            lock.unlock();
        }
        dispatch();
    }

    /** Begins what can be begun. One thread at a time does, and looks again for those that came meanwhile. */
    private void dispatch() {
        lock.lock();
        try {
            dispatchAgain = true;
            if (dispatching) {
                return;
            }
            dispatching = true;
        } finally {
            lock.unlock();
        }
        for (List<PendingInput> group = next(); !group.isEmpty(); group = next()) {
            begin(group);
        }
    }

    /** The next inputs to be begun; none once there is nothing to do for now. */
    private List<PendingInput> next() {
        lock.lock();
        try {
            while (dispatchAgain) {
                List<PendingInput> group = takeGroup();
                if (!group.isEmpty()) {
                    return group;
                }
                dispatchAgain = false;
            }
            dispatching = false;
            endIfDone();
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    private List<PendingInput> takeGroup() {
        while (!pending.isEmpty()
                && !resting
                && groups < share.atOnce()
                && finished.hasRoom(unfinished, pending.nextIndex())) {
            List<PendingInput> taken = pending.take(share.groupSize(), MOST_CHARACTERS_TOGETHER);
            roomForInputs.signalAll();
            List<PendingInput> group = new ArrayList<>(taken.size());
            for (PendingInput input : taken) {
                if (input.refusal() != null) {
                    finish(BatchItem.failed(input.index(), input.refusal()));
                } else {
                    group.add(input);
                }
            }
            if (!group.isEmpty()) {
                groups++;
                unfinished += group.size();
                return group;
            }
        }
        return List.of();
    }

    private void endIfDone() {
        if (inputsEnded && pending.isEmpty() && groups == 0 && !resting && !tally.hasEnded()) {
            setEnding(inputsFailure == null ? Ending.COMPLETED : Ending.BROKEN);
        }
    }

    private void begin(List<PendingInput> group) {
        Group begun = new Group(this, group);
        CompletableFuture<?> run = begun.run(work, together);
        underWay.add(run);
        run.whenComplete((result, failure) -> {
            underWay.remove(run);
            begun.over(result instanceof ExecutionResult only ? only : null, failure);
        });
        if (over.isDone()) {
            run.cancel(true);
        }
    }

    /** One more input of a group has its result; whether there is room for another one of this group. */
    boolean result(long index, ExecutionResult result) {
        lock.lock();
        try {
            unfinished--;
            patience.served();
            share.took(result);
            if (!tally.hasEnded()) {
                finish(BatchItem.of(index, result));
            }
            return !finished.isOverfull();
        } finally {
            lock.unlock();
        }
    }

    /** A group has ended, and these of its inputs have no result, for {@code failure} if there was one. */
    void groupOver(List<PendingInput> left, @Nullable Throwable failure) {
        Duration rest = Duration.ZERO;
        lock.lock();
        try {
            groups--;
            unfinished -= left.size();
            if (!tally.hasEnded() && !left.isEmpty()) {
                rest = failure == null ? Duration.ZERO : failed(left, failure);
                pending.putBack(rest.isZero() && failure != null ? left.subList(1, left.size()) : left);
            }
            resting |= !rest.isZero();
        } finally {
            lock.unlock();
        }
        if (!rest.isZero()) {
            CompletableFuture.delayedExecutor(rest.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(this::rested);
        }
        dispatch();
    }

    /**
     * The service failed before the first of these inputs had its result. Inputs that it certainly did not begin try again as
     * long as there is hope.
     *
     * @return how long to rest before that; zero if the first one has failed with it
     */
    private Duration failed(List<PendingInput> left, Throwable failure) {
        FaasRuntimeException typed = Failures.typed(failure);
        Duration rest = patience.restAfter(typed);
        if (rest.isZero()) {
            finish(BatchItem.failed(left.get(0).index(), typed));
        }
        return rest;
    }

    private void rested() {
        lock.lock();
        try {
            resting = false;
        } finally {
            lock.unlock();
        }
        dispatch();
    }

    private void finish(BatchItem item) {
        tally.done(item);
        finished.add(item);
        news.signalAll();
        if (stopAfterFailures > 0 && tally.failed() >= stopAfterFailures) {
            setEnding(Ending.FAILURES);
        }
    }

    private void end(Ending ending) {
        lock.lock();
        try {
            setEnding(ending);
        } finally {
            lock.unlock();
        }
    }

    /** Under the lock; what is under way is ended by another thread, which needs none. */
    private void setEnding(Ending ending) {
        if (tally.hasEnded()) {
            return;
        }
        tally.end(ending);
        pending.clear();
        finished.complete();
        news.signalAll();
        roomForInputs.signalAll();
        CompletableFuture.runAsync(this::stop);
    }

    private void stop() {
        over.complete(null);
        reader.stop();
        underWay.forEach(run -> run.cancel(true));
    }

    @Override
    public Optional<BatchItem> poll(Duration patience) throws InterruptedException {
        @Nullable BatchItem item;
        lock.lockInterruptibly();
        try {
            long left = patience.toNanos();
            item = finished.poll();
            while (item == null && !tally.hasEnded() && left > 0) {
                left = news.awaitNanos(left);
                item = finished.poll();
            }
            if (item == null) {
                return Optional.empty();
            }
            tally.given();
        } finally {
            lock.unlock();
        }
        dispatch();
        return Optional.of(item);
    }

    @Override
    public boolean isOver() {
        lock.lock();
        try {
            return tally.hasEnded() && tally.areAllGiven();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<RuntimeException> inputsFailure() {
        lock.lock();
        try {
            return tally.hasEnded() ? Optional.ofNullable(inputsFailure) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Calls {@code action} once the batch has ended, perhaps at once. */
    void whenEnded(Runnable action) {
        over.thenRun(action);
    }

    /** Makes the caller the one reader of the items. */
    boolean claim() {
        return hasReader.compareAndSet(false, true);
    }

    @Override
    public void subscribe(Flow.Subscriber<? super BatchItem> subscriber) {
        Publication.begin(this, subscriber);
    }

    @Override
    public Stream<BatchItem> stream() {
        if (!claim()) {
            throw Failures.secondReader();
        }
        Spliterator<BatchItem> items =
                Spliterators.spliteratorUnknownSize(new Items(), Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(items, false).onClose(this::close);
    }

    @Override
    public BatchProgress progress() {
        lock.lock();
        try {
            return tally.progress();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        end(Ending.CANCELLED);
    }

    /** Waits for each item. */
    private final class Items implements Iterator<BatchItem> {

        private static final Duration LONG = Duration.ofDays(1);

        private @Nullable BatchItem next;

        @Override
        public boolean hasNext() {
            try {
                while (next == null && !isOver()) {
                    next = poll(LONG).orElse(null);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                close();
                throw Failures.interrupted();
            }
            if (next == null) {
                inputsFailure().ifPresent(failure -> {
                    throw failure;
                });
            }
            return next != null;
        }

        @Override
        public BatchItem next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            BatchItem item = Objects.requireNonNull(next);
            next = null;
            return item;
        }
    }
}
