package io.faasruntime.faas;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** What happened to the calls of one service since it was first used. Safe for threads. */
final class CallCounters {

    final AtomicLong calls = new AtomicLong();
    final AtomicLong inFlight = new AtomicLong();
    final AtomicLong requests = new AtomicLong();
    final AtomicLong results = new AtomicLong();
    final AtomicLong failures = new AtomicLong();
    final AtomicLong circuitRejections = new AtomicLong();

    /** The counters by their names, in a new map. */
    Map<String, Long> snapshot() {
        Map<String, Long> snapshot = new TreeMap<>();
        snapshot.put("http_calls", calls.get());
        snapshot.put("http_calls_in_flight", inFlight.get());
        snapshot.put("http_requests", requests.get());
        snapshot.put("http_results", results.get());
        snapshot.put("http_failures", failures.get());
        snapshot.put("http_circuit_rejections", circuitRejections.get());
        return snapshot;
    }
}
