package io.faasruntime.sandbox.pool;

import org.jspecify.annotations.Nullable;

/** A place in the pool and the worker in it. Guarded by the pool's lock. */
final class WorkerSlot {

    /** What the worker in a slot is doing. */
    enum State {
        STARTING,
        IDLE,
        BUSY
    }

    final int memoryMb;
    State state = State.STARTING;
    /** Null until the process is started. */
    @Nullable
    WorkerProcess worker;
    /** What the worker calls itself; empty until it is ready. */
    String engine = "";
    /** Grows with every state change, so that a timer can tell whether anything happened in between. */
    long version;

    WorkerSlot(int memoryMb) {
        this.memoryMb = memoryMb;
    }

    void become(State next) {
        state = next;
        version++;
    }
}
