package io.faasruntime.sandbox.pool;

import java.time.Duration;
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
    /** Null until the process is started. */
    @Nullable
    WorkerProcess worker;
    /** What the worker calls itself; empty until it is ready. */
    String engine = "";

    private State state = State.STARTING;
    private long version;
    private long patienceEnds;

    /** A place for a worker that is to be ready within {@code patience}. */
    WorkerSlot(int memoryMb, Duration patience) {
        this.memoryMb = memoryMb;
        expectWithin(patience);
    }

    State state() {
        return state;
    }

    boolean is(State wanted) {
        return state == wanted;
    }

    void idle() {
        state = State.IDLE;
        version++;
    }

    /** On a job, and to be free again within {@code patience}. */
    void busy(Duration patience) {
        state = State.BUSY;
        version++;
        expectWithin(patience);
    }

    /** Starting or busy for longer than whoever put it there can have meant: somebody forgot about it. */
    boolean isForgotten() {
        return state != State.IDLE && System.nanoTime() - patienceEnds > 0;
    }

    void expectWithin(Duration patience) {
        patienceEnds = System.nanoTime() + patience.toNanos();
    }

    /** Grows with every change, so that a timer can tell whether anything happened in between. */
    long version() {
        return version;
    }
}
