package io.faasruntime.benchmark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {

    private final Sample sample = Sample.together(
            List.of(
                    new Sample(new long[] {3000, 1000}, 2, 0, "", 0),
                    new Sample(new long[] {2000, 4000}, 1, 1, "status 503\nbusy", 0)),
            500_000_000);

    @Test
    void countsRunsThatSucceededAndNothingElse() {
        assertEquals(6.0, sample.ratePerSecond());
        assertEquals(1, sample.failed());
    }

    @Test
    void ordersTheTimesOfAllCallers() {
        assertEquals(3.0, sample.percentile(0.5));
        assertEquals(4.0, sample.percentile(0.99));
    }

    @Test
    void travelsAsText() {
        Sample read = Sample.read(sample.write());
        assertArrayEquals(sample.micros(), read.micros());
        assertEquals(sample.runs(), read.runs());
        assertEquals("status 503 busy", read.failure());
        assertEquals(sample.nanos(), read.nanos());
    }
}
