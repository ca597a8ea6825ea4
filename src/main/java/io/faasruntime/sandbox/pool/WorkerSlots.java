package io.faasruntime.sandbox.pool;

import io.faasruntime.sandbox.pool.WorkerSlot.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The places of a pool: who starts, who waits for work, who is on a job. Guarded by the pool's lock. */
final class WorkerSlots {

    private final int capacity;
    private final List<WorkerSlot> slots = new ArrayList<>();

    WorkerSlots(int capacity) {
        this.capacity = capacity;
    }

    void add(WorkerSlot slot) {
        slots.add(slot);
    }

    boolean remove(WorkerSlot slot) {
        return slots.remove(slot);
    }

    boolean contains(WorkerSlot slot) {
        return slots.contains(slot);
    }

    boolean isEmpty() {
        return slots.isEmpty();
    }

    boolean hasRoom() {
        return slots.size() < capacity;
    }

    int count(State state) {
        int count = 0;
        for (WorkerSlot slot : slots) {
            count += slot.is(state) ? 1 : 0;
        }
        return count;
    }

    /** Places whose process is there, ready or on its way. */
    int living() {
        int count = 0;
        for (WorkerSlot slot : slots) {
            count += slot.worker != null && slot.worker.isAlive() ? 1 : 0;
        }
        return count;
    }

    /** An idle worker with this memory limit. */
    @Nullable
    WorkerSlot idleFor(int memoryMb) {
        for (WorkerSlot slot : slots) {
            if (slot.is(State.IDLE) && slot.memoryMb == memoryMb) {
                return slot;
            }
        }
        return null;
    }

    Optional<WorkerSlot> anyIdle() {
        return slots.stream().filter(slot -> slot.is(State.IDLE)).findFirst();
    }

    @Nullable
    WorkerSlot of(WorkerProcess worker) {
        for (WorkerSlot slot : slots) {
            if (slot.worker == worker) {
                return slot;
            }
        }
        return null;
    }

    /** How many workers are on their way, by memory limit. */
    Map<Integer, Integer> starting() {
        Map<Integer, Integer> onTheirWay = new HashMap<>();
        for (WorkerSlot slot : slots) {
            if (slot.is(State.STARTING)) {
                onTheirWay.merge(slot.memoryMb, 1, Integer::sum);
            }
        }
        return onTheirWay;
    }

    List<WorkerSlot> forgotten() {
        return slots.stream().filter(WorkerSlot::isForgotten).toList();
    }

    /** The processes there are. */
    List<WorkerProcess> workers() {
        List<WorkerProcess> workers = new ArrayList<>();
        for (WorkerSlot slot : slots) {
            if (slot.worker != null) {
                workers.add(slot.worker);
            }
        }
        return workers;
    }
}
