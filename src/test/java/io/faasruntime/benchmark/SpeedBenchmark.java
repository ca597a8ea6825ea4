package io.faasruntime.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code mvn verify -Pbenchmark}. */
class SpeedBenchmark {

    @Test
    void measures() throws Exception {
        Options options = Options.ofThisBuild();
        Report report = new Benchmark(options).run();
        report.print(System.out);
        report.write(options.output());
        assertEquals(
                List.of(),
                report.rows().stream()
                        .filter(row -> row.failed() > 0)
                        .map(row -> row.scenario().name() + ": " + row.failed() + " failed; " + row.failure())
                        .toList());
    }
}
