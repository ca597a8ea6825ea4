package io.faasruntime.runtime.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The inputs that wait for their runs, a bounded number of them. Guarded by the batch's lock. */
final class PendingInputs {

    private static final int MOST = 2_000;
    private static final long MOST_CHARACTERS = 8 << 20;

    private final Deque<PendingInput> waiting = new ArrayDeque<>();
    private long characters;

    boolean hasRoom() {
        return waiting.size() < MOST && characters < MOST_CHARACTERS;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** The index of the next one; there must be one. */
    long nextIndex() {
        return waiting.getFirst().index();
    }

    void add(PendingInput input) {
        waiting.addLast(input);
        characters += input.length();
    }

    /** For inputs that were taken and whose turn it still is. */
    void putBack(List<PendingInput> inputs) {
        for (int i = inputs.size() - 1; i >= 0; i--) {
            waiting.addFirst(inputs.get(i));
            characters += inputs.get(i).length();
        }
    }

    /** The next inputs, at most {@code most} and one at least, if there is any. */
    List<PendingInput> take(int most, long mostCharacters) {
        List<PendingInput> taken = new ArrayList<>();
        long length = 0;
        while (!waiting.isEmpty()
                && taken.size() < most
                && (taken.isEmpty() || length + waiting.getFirst().length() <= mostCharacters)) {
            PendingInput next = waiting.removeFirst();
            characters -= next.length();
            length += next.length();
            taken.add(next);
        }
        return taken;
    }

    void clear() {
        waiting.clear();
        characters = 0;
    }
}
