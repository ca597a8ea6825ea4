package io.faasruntime.sandbox.pool;

import java.util.concurrent.atomic.AtomicInteger;

/** An {@link Error} at the n-th call from now, and at no other. */
final class SingleFault {

    private final AtomicInteger countdown = new AtomicInteger();

    /** @param call 1 for the next one */
    void at(int call) {
        countdown.set(call);
    }

    /** Whether it has struck, or was never armed. */
    boolean isOver() {
        return countdown.get() <= 0;
    }

    void call() {
        if (countdown.getAndDecrement() == 1) {
            throw new OutOfMemoryError("unable to create native thread: injected");
        }
    }
}
