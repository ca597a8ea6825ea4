package io.faasruntime.runtime.batch;

import io.faasruntime.api.BatchItem;
import io.faasruntime.api.BatchOrder;
import io.faasruntime.api.ExecutionOutput;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The items that wait for their reader, in the order in which they are given out. Guarded by the batch's lock. */
final class FinishedItems {

    private static final int MOST = 1_000;
    private static final long MOST_CHARACTERS = 8 << 20;

    private final boolean inOrder;
    private final Deque<BatchItem> asTheyCome = new ArrayDeque<>();
    private final TreeMap<Long, BatchItem> byIndex = new TreeMap<>();
    private long nextIndex;
    private long characters;
    private boolean complete;

    FinishedItems(BatchOrder order) {
        inOrder = order == BatchOrder.INPUT;
    }

    /**
     * Whether another run may be begun.
     *
     * @param underWay how many have no item yet
     * @param index of the run's input; the one that all others wait for always has room
     */
    boolean hasRoom(int underWay, long index) {
        return (inOrder && index == nextIndex)
                || (asTheyCome.size() + byIndex.size() + underWay < MOST && characters < MOST_CHARACTERS);
    }

    /** Whether so much waits that nothing may be added any more, if that can be helped. */
    boolean isOverfull() {
        return characters > 4 * MOST_CHARACTERS;
    }

    void add(BatchItem item) {
        characters += length(item);
        if (inOrder) {
            byIndex.put(item.index(), item);
        } else {
            asTheyCome.addLast(item);
        }
    }

    /** Nothing is added from now on: what is missing in the order stays missing. */
    void complete() {
        complete = true;
    }

    /** The next item, or null if it is not there. */
    @Nullable
    BatchItem poll() {
        BatchItem item = inOrder ? pollInOrder() : asTheyCome.pollFirst();
        if (item != null) {
            characters -= length(item);
        }
        return item;
    }

    private @Nullable BatchItem pollInOrder() {
        Map.Entry<Long, BatchItem> first = byIndex.firstEntry();
        if (first == null || (first.getKey() != nextIndex && !complete)) {
            return null;
        }
        nextIndex = first.getKey() + 1;
        byIndex.pollFirstEntry();
        return first.getValue();
    }

    private static long length(BatchItem item) {
        return item.result().map(result -> length(result.output())).orElse(0L);
    }

    static long length(ExecutionOutput output) {
        return (long) output.stdout().length()
                + output.stderr().length()
                + output.retVal().length();
    }
}
