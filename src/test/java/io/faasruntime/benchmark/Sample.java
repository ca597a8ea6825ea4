package io.faasruntime.benchmark;

import java.util.Arrays;
import java.util.List;

/**
 * What callers saw.
 *
 * @param micros how long each call took, failed ones among them
 * @param runs that succeeded
 * @param failure what the last failed call said, empty if none failed
 * @param nanos the time of all of them together
 */
record Sample(long[] micros, long runs, int failed, String failure, long nanos) {

    static Sample together(List<Sample> parts, long nanos) {
        long[] micros = parts.stream()
                .flatMapToLong(part -> Arrays.stream(part.micros))
                .sorted()
                .toArray();
        return new Sample(
                micros,
                parts.stream().mapToLong(Sample::runs).sum(),
                parts.stream().mapToInt(Sample::failed).sum(),
                parts.stream()
                        .map(Sample::failure)
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(""),
                nanos);
    }

    double ratePerSecond() {
        return runs / (nanos / 1e9);
    }

    /** In ms. */
    double percentile(double share) {
        return micros.length == 0 ? 0 : micros[Math.min(micros.length - 1, (int) (micros.length * share))] / 1000.0;
    }

    /** One line, for a sample that travels out of a server. */
    String write() {
        StringBuilder line = new StringBuilder();
        line.append(runs).append(' ').append(failed).append(' ').append(nanos);
        Arrays.stream(micros).forEach(value -> line.append(' ').append(value));
        return line.append('\n').append(failure.replace('\n', ' ')).toString();
    }

    static Sample read(String text) {
        String[] lines = text.split("\n", -1);
        long[] numbers =
                Arrays.stream(lines[0].split(" ")).mapToLong(Long::parseLong).toArray();
        return new Sample(
                Arrays.copyOfRange(numbers, 3, numbers.length), numbers[0], (int) numbers[1], lines[1], numbers[2]);
    }
}
