package io.faasruntime.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Callers that make their calls at the same time, each one after the other. */
final class Callers {

    private Callers() {}

    /** Lets {@code callers} threads make calls for {@code time}. */
    static Sample measure(Callable<Call> newCall, int callers, Duration time) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            long start = System.nanoTime();
            long end = start + time.toNanos();
            List<Future<Sample>> parts = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                parts.add(threads.submit(() -> callUntil(newCall, end)));
            }
            List<Sample> samples = new ArrayList<>();
            for (Future<Sample> part : parts) {
                samples.add(part.get());
            }
            return Sample.together(samples, System.nanoTime() - start);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a caller could not start", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Sample callUntil(Callable<Call> newCall, long end) throws Exception {
        long[] micros = new long[256];
        int calls = 0;
        long runs = 0;
        int failed = 0;
        String failure = "";
        try (Call call = newCall.call()) {
            do {
                long before = System.nanoTime();
                try {
                    runs += call.make();
                } catch (Exception e) {
                    failed++;
                    failure = e.toString();
                }
                if (calls == micros.length) {
                    micros = Arrays.copyOf(micros, calls * 2);
                }
                micros[calls++] = (System.nanoTime() - before) / 1000;
            } while (System.nanoTime() < end);
        }
        return new Sample(Arrays.copyOf(micros, calls), runs, failed, failure, 0);
    }
}
