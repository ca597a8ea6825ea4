package io.faasruntime.sandbox.pool;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** The jobs that wait for a worker, first come, first served. Guarded by the pool's lock. */
final class RunQueue {

    private final Deque<Job<?>> waiting = new ArrayDeque<>();

    int size() {
        return waiting.size();
    }

    void add(Job<?> job) {
        waiting.addLast(job);
    }

    /** For a job that has had its turn, and whose worker did not begin it. */
    void addAgain(Job<?> job) {
        waiting.addFirst(job);
    }

    boolean remove(Job<?> job) {
        return waiting.remove(job);
    }

    /** Shows one job after the other to {@code taker}, and lets go of those that it takes, as long as {@code more}. */
    void offer(Predicate<Job<?>> taker, BooleanSupplier more) {
        Iterator<Job<?>> jobs = waiting.iterator();
        while (jobs.hasNext() && more.getAsBoolean()) {
            if (taker.test(jobs.next())) {
                jobs.remove();
            }
        }
    }

    List<Job<?>> drain() {
        List<Job<?>> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }
}
