package io.faasruntime.benchmark;

/**
 * One scenario in one round.
 *
 * @param processorMs of all processes that count, while it was measured
 * @param serverMb memory of the server at its end
 * @param workersMb memory of all below the server at its end
 */
record Measurement(Sample sample, double processorMs, double serverMb, double workersMb) {

    double processorMsPerRun() {
        return sample.runs() == 0 ? 0 : processorMs / sample.runs();
    }
}
