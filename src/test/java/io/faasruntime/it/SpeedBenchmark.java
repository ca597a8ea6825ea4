package io.faasruntime.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.faasruntime.wire.JsonText;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How long runs take over HTTP on the shipped server: {@code mvn verify -Pbenchmark}. Prints medians, and their ratios to
 * a call that runs nothing; figures of different machines or moments do not compare, ratios of one run do.
 */
@ExtendWith(ArquillianExtension.class)
class SpeedBenchmark {

    private static final int WARM_UP = 200;
    private static final int CALLS = 500;
    private static final int CLIENTS = 8;

    private final TestServer server = TestServer.shipped();

    @Test
    void measures() throws Exception {
        double baseline = row("no code at all", 1, () -> {
            server.get("api/runtimes/python/return-val");
            return null;
        });
        for (String language : new String[] {"python", "js", "ts"}) {
            String print = language.equals("python") ? "print(1)" : "console.log(1)";
            row(language + " hello", baseline, () -> {
                assertEquals("1\n", TestServer.stdout(server.run(language, print)));
                return null;
            });
            JsonObject score = JsonText.parse(Files.readString(Path.of("src/examples/score-" + language + ".json")))
                    .asJsonObject();
            row(language + " scoring function", baseline, () -> {
                assertEquals("success", TestServer.status(server.runRequest(language, score)));
                return null;
            });
        }
    }

    /** Measures and prints; the median of one client, in ms. */
    private static double row(String name, double baseline, Callable<?> call) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            call.call();
        }
        double[] times = new double[CALLS];
        for (int i = 0; i < CALLS; i++) {
            long start = System.nanoTime();
            call.call();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        double median = times[CALLS / 2];
        System.out.printf(
                Locale.ROOT,
                "%-26s median %7.2f ms  p99 %7.2f ms  ratio %6.1f  %6.0f calls/s with %d clients%n",
                name,
                median,
                times[CALLS * 99 / 100],
                median / baseline,
                throughput(call),
                CLIENTS);
        return median;
    }

    private static double throughput(Callable<?> call) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        AtomicInteger left = new AtomicInteger(CALLS);
        long start = System.nanoTime();
        Callable<Void> client = () -> {
            while (left.decrementAndGet() >= 0) {
                call.call();
            }
            return null;
        };
        try {
            for (var done : clients.invokeAll(java.util.Collections.nCopies(CLIENTS, client))) {
                done.get();
            }
        } finally {
            clients.shutdownNow();
        }
        return CALLS / ((System.nanoTime() - start) / 1e9);
    }
}
