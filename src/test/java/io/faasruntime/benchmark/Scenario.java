package io.faasruntime.benchmark;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * What is measured in one row.
 *
 * @param name {@code way/language/job/callers}
 * @param usual when it is measured
 * @param comparedWith the name of the scenario whose rate this one's is divided by; empty if there is none
 * @param cost whose processor time counts
 * @param work measures for a time
 */
record Scenario(String name, Usual usual, String comparedWith, Cost cost, Work work) {

    enum Usual {
        ALWAYS,
        IN_THE_LONG_FORM,
        WHEN_NAMED
    }

    enum Cost {
        OF_THE_SERVER,
        OF_CHILDREN,
        NOT_KNOWN
    }

    /** One measurement. */
    @FunctionalInterface
    interface Work {
        Sample measure(Duration time) throws Exception;
    }

    /** Callers in this JVM. */
    static Work calls(Callable<Call> newCall, int callers) {
        return time -> Callers.measure(newCall, callers, time);
    }
}
