package io.faasruntime.runtime;

import io.faasruntime.api.ExecutionStatus;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts how the runs of one runtime ended. Safe for threads. */
final class RunCounters {

    private final Map<ExecutionStatus, LongAdder> byStatus = new EnumMap<>(ExecutionStatus.class);
    private final LongAdder failures = new LongAdder();

    RunCounters() {
        for (ExecutionStatus status : ExecutionStatus.values()) {
            byStatus.put(status, new LongAdder());
        }
    }

    void ended(ExecutionStatus status) {
        Objects.requireNonNull(byStatus.get(status)).increment();
    }

    void failed() {
        failures.increment();
    }

    /** {@code runs_total}, {@code runs_<status>_total} and {@code failures_total}. */
    Map<String, Long> snapshot() {
        Map<String, Long> counters = new TreeMap<>();
        long runs = 0;
        for (Map.Entry<ExecutionStatus, LongAdder> entry : byStatus.entrySet()) {
            long count = entry.getValue().sum();
            runs += count;
            counters.put("runs_" + entry.getKey().wireName() + "_total", count);
        }
        counters.put("runs_total", runs);
        counters.put("failures_total", failures.sum());
        return counters;
    }
}
