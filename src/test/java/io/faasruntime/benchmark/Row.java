package io.faasruntime.benchmark;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What the rounds of a scenario gave. */
record Row(Scenario scenario, List<Measurement> rounds) {

    double rate() {
        return median(round -> round.sample().ratePerSecond());
    }

    double lowestRate() {
        return rounds.stream()
                .mapToDouble(round -> round.sample().ratePerSecond())
                .min()
                .orElse(0);
    }

    double highestRate() {
        return rounds.stream()
                .mapToDouble(round -> round.sample().ratePerSecond())
                .max()
                .orElse(0);
    }

    /** In ms. */
    double percentile(double share) {
        return median(round -> round.sample().percentile(share));
    }

    double processorMsPerRun() {
        return median(Measurement::processorMsPerRun);
    }

    double serverMb() {
        return median(Measurement::serverMb);
    }

    double workersMb() {
        return median(Measurement::workersMb);
    }

    long runs() {
        return rounds.stream().mapToLong(round -> round.sample().runs()).sum();
    }

    int failed() {
        return rounds.stream().mapToInt(round -> round.sample().failed()).sum();
    }

    /** What a failed call said, empty if none failed. */
    String failure() {
        return rounds.stream()
                .map(round -> round.sample().failure())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private double median(ToDoubleFunction<Measurement> figure) {
        double[] figures = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = figures.length / 2;
        if (figures.length == 0) {
            return 0;
        }
        return figures.length % 2 == 1 ? figures[middle] : (figures[middle - 1] + figures[middle]) / 2;
    }
}
