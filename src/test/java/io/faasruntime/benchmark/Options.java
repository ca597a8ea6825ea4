package io.faasruntime.benchmark;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is measured, and how long. Read from system properties; {@code mvn verify -Pbenchmark} hands those on that begin
 * with {@code benchmark.}:
 *
 * <ul>
 *   <li>{@code benchmark.short} (false): fewer scenarios and one round, at most two minutes
 *   <li>{@code benchmark.scenarios}: which ones, comma-separated; {@code *} stands for anything, for example {@code
 *       api/python/*,injection/*}. References that they are compared with come along. Names here are looked up among all
 *       scenarios, also those that are not measured otherwise
 *   <li>{@code benchmark.rounds} (3), {@code benchmark.millis} (2000) for each scenario in a round
 *   <li>{@code benchmark.url}: a server that runs already; nothing is started, and what needs a server of its own
 *       (injection, HTTP client) is left out
 *   <li>{@code benchmark.war}, {@code benchmark.core.jar}: of another version than the one just built
 *   <li>{@code benchmark.output} (target/benchmark.json)
 * </ul>
 *
 * @param wanted patterns; empty for the usual scenarios
 */
record Options(
        boolean brief,
        List<Pattern> wanted,
        int rounds,
        Duration perRound,
        Optional<URI> url,
        Path wlp,
        Path war,
        Path coreJar,
        Path output) {

    static Options ofThisBuild() {
        boolean brief = text("benchmark.short").map(Boolean::valueOf).orElse(false);
        return new Options(
                brief,
                text("benchmark.scenarios")
                        .map(names -> Pattern.compile(",").splitAsStream(names))
                        .orElse(java.util.stream.Stream.empty())
                        .map(Options::pattern)
                        .toList(),
                text("benchmark.rounds").map(Integer::valueOf).orElse(brief ? 1 : 3),
                Duration.ofMillis(text("benchmark.millis").map(Long::valueOf).orElse(brief ? 1000L : 2000L)),
                text("benchmark.url").map(URI::create),
                Path.of(text("wlp.home").orElse("target/liberty/wlp")),
                Path.of(text("benchmark.war").or(() -> text("war.file")).orElse("target/faas-runtime.war")),
                Path.of(text("benchmark.core.jar")
                        .or(() -> text("core.jar.file"))
                        .orElse("target/faas-runtime-core.jar")),
                Path.of(text("benchmark.output").orElse("target/benchmark.json")));
    }

    /** Maven hands on properties that nobody set as they stand in the POM, or empty. */
    private static Optional<String> text(String key) {
        return Optional.ofNullable(System.getProperty(key))
                .map(String::strip)
                .filter(value -> !value.isEmpty() && !value.startsWith("${"));
    }

    private static Pattern pattern(String name) {
        return Pattern.compile("\\Q" + name.strip().replace("*", "\\E.*\\Q") + "\\E");
    }

    /** Whether {@code scenario} is measured for its own sake. */
    boolean wants(Scenario scenario) {
        if (!wanted.isEmpty()) {
            return wanted.stream()
                    .anyMatch(pattern -> pattern.matcher(scenario.name()).matches());
        }
        return brief ? scenario.usual() == Scenario.Usual.ALWAYS : scenario.usual() != Scenario.Usual.WHEN_NAMED;
    }
}
