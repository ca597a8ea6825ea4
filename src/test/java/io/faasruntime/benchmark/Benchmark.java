package io.faasruntime.benchmark;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Measures what {@link Options} ask for. */
final class Benchmark {

    private static final Duration WARM_UP = Duration.ofMillis(1500);
    private static final Duration SHORT_WARM_UP = Duration.ofMillis(400);

    /** For scenarios that are only looked at by name. */
    private static final URI NOWHERE = URI.create("http://localhost");

    private final Options options;
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();

    Benchmark(Options options) {
        this.options = options;
    }

    /** Without Maven, on what was built: {@code -cp} the test classes and their libraries. */
    public static void main(String[] arguments) throws Exception {
        Options options = Options.ofThisBuild();
        Report report = new Benchmark(options).run();
        report.print(System.out);
        report.write(options.output());
    }

    Report run() throws Exception {
        facts.put(
                "machine",
                Runtime.getRuntime().availableProcessors() + " processors, Linux " + System.getProperty("os.version")
                        + ", Java " + System.getProperty("java.version"));
        List<Scenario> references = Interpreters.scenarios();
        overHttp(references);
        if (options.url().isEmpty()) {
            insideServer(references);
        }
        return new Report(options, facts, rows);
    }

    private void overHttp(List<Scenario> references) throws Exception {
        if (chosen(OverHttp.scenarios(NOWHERE)).isEmpty()) {
            return;
        }
        try (BenchedServer server = server()) {
            describe(server);
            List<Scenario> scenarios = new ArrayList<>(OverHttp.scenarios(server.base()));
            scenarios.addAll(references);
            measure(server, chosen(scenarios));
        }
    }

    private BenchedServer server() throws Exception {
        return options.url().isPresent()
                ? BenchedServer.at(options.url().get())
                : BenchedServer.start(
                        options.wlp(),
                        "faasRuntimeBenchmark",
                        Map.of("faas-runtime", options.war()),
                        List.of("/health/started"));
    }

    private void describe(BenchedServer server) {
        facts.put("server", server.base().toString());
        if (!server.timeToStart().isZero()) {
            facts.put("from start to warm workers", server.timeToStart().toMillis() + " ms");
        }
        server.tree().ifPresent(tree -> {
            facts.put("server's memory, idle", String.format(Locale.ROOT, "%.0f MB", tree.rootMb()));
            facts.put("workers' memory, idle", String.format(Locale.ROOT, "%.0f MB", tree.belowMb()));
        });
    }

    private void insideServer(List<Scenario> references) throws Exception {
        try (AnsweringService service = new AnsweringService()) {
            if (chosen(InsideServer.scenarios(NOWHERE, NOWHERE)).isEmpty()) {
                return;
            }
            Map<String, java.nio.file.Path> applications = InsideServer.applications(
                    options.coreJar(), service.address(), options.output().resolveSibling("benchmark-applications"));
            try (BenchedServer server = BenchedServer.start(
                    options.wlp(), "faasRuntimeBenchmarkInside", applications, InsideServer.READY)) {
                List<Scenario> scenarios = new ArrayList<>(InsideServer.scenarios(server.base(), service.address()));
                Set<String> measured =
                        rows.stream().map(row -> row.scenario().name()).collect(Collectors.toSet());
                references.stream()
                        .filter(reference -> !measured.contains(reference.name()))
                        .forEach(scenarios::add);
                measure(server, chosen(scenarios));
            }
        }
    }

    /** Those that are wanted, and those that they are compared with. */
    private List<Scenario> chosen(List<Scenario> scenarios) {
        Set<String> compared = scenarios.stream()
                .filter(options::wants)
                .map(Scenario::comparedWith)
                .collect(Collectors.toSet());
        boolean api = scenarios.stream()
                .anyMatch(scenario -> options.wants(scenario) && scenario.name().startsWith("api/"));
        return scenarios.stream()
                .filter(scenario -> options.wants(scenario)
                        || compared.contains(scenario.name())
                        || api && scenario.name().equals(OverHttp.NOTHING + "/1"))
                .toList();
    }

    private void measure(BenchedServer server, List<Scenario> scenarios) throws Exception {
        for (Scenario scenario : scenarios) {
            if (scenario.cost() == Scenario.Cost.OF_THE_SERVER) {
                scenario.work().measure(options.brief() ? SHORT_WARM_UP : WARM_UP);
            }
        }
        Map<Scenario, List<Measurement>> rounds = new LinkedHashMap<>();
        for (int round = 0; round < options.rounds(); round++) {
            for (Scenario scenario : scenarios) {
                rounds.computeIfAbsent(scenario, any -> new ArrayList<>()).add(measure(server, scenario));
            }
        }
        rounds.forEach((scenario, measurements) -> rows.add(new Row(scenario, List.copyOf(measurements))));
    }

    private Measurement measure(BenchedServer server, Scenario scenario) throws Exception {
        Optional<ProcessTree> tree = server.tree();
        double before = processorMs(tree, scenario.cost());
        Sample sample = scenario.work().measure(options.perRound());
        double after = processorMs(tree, scenario.cost());
        boolean ours = scenario.cost() == Scenario.Cost.OF_THE_SERVER;
        return new Measurement(
                sample,
                after - before,
                ours ? tree.map(ProcessTree::rootMb).orElse(0.0) : 0,
                ours ? tree.map(ProcessTree::belowMb).orElse(0.0) : 0);
    }

    private static double processorMs(Optional<ProcessTree> tree, Scenario.Cost cost) {
        return switch (cost) {
            case OF_THE_SERVER -> tree.map(ProcessTree::processorMs).orElse(0.0);
            case OF_CHILDREN -> ProcessTree.endedChildrenMs();
            case NOT_KNOWN -> 0;
        };
    }
}
