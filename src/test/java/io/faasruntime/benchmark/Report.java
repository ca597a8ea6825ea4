package io.faasruntime.benchmark;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The table and the JSON file.
 *
 * @param facts about the machine and the servers, in the order they are shown
 */
record Report(Options options, Map<String, String> facts, List<Row> rows) {

    private static final String HEAD = "%-34s %9s %9s %9s %9s %9s %8s %8s %8s %8s %s%n";
    private static final String LINE = "%-34s %9.1f %9.2f %9.2f %9.2f %9.2f %8.0f %8.0f %8s %8s %s%n";

    void print(PrintStream out) {
        out.println();
        facts.forEach((name, value) -> out.printf("%s: %s%n", name, value));
        out.printf(
                "medians of %d rounds of %d ms; \"/none\": p50 as a multiple of a call that runs nothing; \"/ref\": rate as a"
                        + " multiple of the reference's%n%n",
                options.rounds(), options.perRound().toMillis());
        out.printf(
                HEAD,
                "scenario",
                "runs/s",
                "p50 ms",
                "p95 ms",
                "p99 ms",
                "cpu ms",
                "srv MB",
                "wrk MB",
                "/none",
                "/ref",
                "");
        for (Row row : rows) {
            out.printf(
                    Locale.ROOT,
                    LINE,
                    row.scenario().name(),
                    row.rate(),
                    row.percentile(0.5),
                    row.percentile(0.95),
                    row.percentile(0.99),
                    row.processorMsPerRun(),
                    row.serverMb(),
                    row.workersMb(),
                    ratio(toNothing(row)),
                    ratio(toReference(row)),
                    remark(row));
        }
        out.println();
    }

    private static String ratio(Optional<Double> value) {
        return value.map(number -> String.format(Locale.ROOT, "%.2f", number)).orElse("");
    }

    private static String remark(Row row) {
        if (row.failed() > 0) {
            return row.failed() + " FAILED";
        }
        return row.scenario().comparedWith().isEmpty()
                ? ""
                : "ref: " + row.scenario().comparedWith();
    }

    /** How many times as long as a call that runs nothing a run of one caller takes. */
    private Optional<Double> toNothing(Row row) {
        String name = row.scenario().name();
        return name.startsWith("api/") && name.endsWith("/1")
                ? row(OverHttp.NOTHING + "/1").map(nothing -> row.percentile(0.5) / nothing.percentile(0.5))
                : Optional.empty();
    }

    private Optional<Double> toReference(Row row) {
        return row(row.scenario().comparedWith())
                .filter(reference -> reference.rate() > 0)
                .map(reference -> row.rate() / reference.rate());
    }

    private Optional<Row> row(String name) {
        return rows.stream().filter(row -> row.scenario().name().equals(name)).findFirst();
    }

    void write(Path file) throws IOException {
        JsonObjectBuilder facts = Json.createObjectBuilder();
        facts().forEach(facts::add);
        JsonArrayBuilder scenarios = Json.createArrayBuilder();
        rows.forEach(row -> scenarios.add(json(row)));
        JsonObject report = Json.createObjectBuilder()
                .add("when", Instant.now().toString())
                .add("facts", facts)
                .add("rounds", options.rounds())
                .add("ms_per_round", options.perRound().toMillis())
                .add("scenarios", scenarios)
                .build();
        try (OutputStream out = Files.newOutputStream(file);
                var writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                        .createWriter(out)) {
            writer.writeObject(report);
        }
    }

    private JsonObjectBuilder json(Row row) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("name", row.scenario().name())
                .add("runs", row.runs())
                .add("failed", row.failed())
                .add("runs_per_second", rounded(row.rate()))
                .add("runs_per_second_lowest", rounded(row.lowestRate()))
                .add("runs_per_second_highest", rounded(row.highestRate()))
                .add("p50_ms", rounded(row.percentile(0.5)))
                .add("p95_ms", rounded(row.percentile(0.95)))
                .add("p99_ms", rounded(row.percentile(0.99)))
                .add("processor_ms_per_run", rounded(row.processorMsPerRun()))
                .add("server_mb", rounded(row.serverMb()))
                .add("workers_mb", rounded(row.workersMb()));
        toNothing(row).ifPresent(ratio -> json.add("p50_to_nothing", rounded(ratio)));
        toReference(row)
                .ifPresent(ratio ->
                        json.add("reference", row.scenario().comparedWith()).add("rate_to_reference", rounded(ratio)));
        if (row.failed() > 0) {
            json.add("failure", row.failure());
        }
        return json;
    }

    private static double rounded(double value) {
        return Double.isFinite(value) ? Math.round(value * 1000) / 1000.0 : 0;
    }
}
