package io.faasruntime.v8worker.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NestingEstimateTest {

    @Test
    void countsOpenBrackets() {
        assertEquals(1_000, NestingEstimate.of("[".repeat(1_000)));
    }

    @Test
    void countsChainsWithinABracket() {
        assertTrue(NestingEstimate.of("1" + "+1".repeat(1_000)) >= 1_000);
        assertTrue(NestingEstimate.of("a" + "()".repeat(1_000)) >= 1_000);
        assertTrue(NestingEstimate.of("a=>".repeat(1_000)) >= 1_000);
    }

    @Test
    void longButFlatCodeIsShallow() {
        assertTrue(NestingEstimate.of("let x = [1, 2, { a: 3 }];\n".repeat(50_000)) < 20);
        assertTrue(NestingEstimate.of("[" + "{a: 1}, ".repeat(50_000) + "]") < 20);
    }

    @Test
    void stringsAndCommentsDoNotCount() {
        String nothing = "((((".repeat(1_000);
        assertTrue(NestingEstimate.of("'" + nothing + "' // " + nothing + "\n/* " + nothing + "*/ \"" + nothing + "\"")
                < 5);
    }
}
