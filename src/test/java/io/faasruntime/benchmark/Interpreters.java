package io.faasruntime.benchmark;

import jakarta.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** References by the interpreters that the machine itself has: a fresh process per run, and a warm loop in one. */
final class Interpreters {

    private static final String PYTHON_LOOP = """
            import json, sys, time
            job = json.loads(sys.argv[1])
            names = {'input': job.get('input'), 'return_val': lambda value: json.dumps(value), 'print': lambda *a: None}
            code = compile(job['code'], 'job', 'exec')
            end = time.monotonic() + float(sys.argv[2])
            times = []
            while time.monotonic() < end:
                start = time.perf_counter_ns()
                exec(code, dict(names))
                times.append((time.perf_counter_ns() - start) // 1000)
            sys.stdout.write(' '.join(map(str, times)))
            """;

    private static final String NODE_LOOP = """
            const job = JSON.parse(process.argv[1]);
            const run = new Function('input', 'return_val', 'console', job.code);
            const quiet = { log() {} };
            const end = performance.now() + 1000 * Number(process.argv[2]);
            const times = [];
            while (performance.now() < end) {
              const start = process.hrtime.bigint();
              run(job.input, JSON.stringify, quiet);
              times.push(Number((process.hrtime.bigint() - start) / 1000n));
            }
            process.stdout.write(times.join(' '));
            """;

    private static final String PRELUDE_PYTHON =
            "import sys, json; input = json.loads(sys.argv[1]); return_val = lambda v: print(json.dumps(v))\n";
    private static final String PRELUDE_NODE =
            "const input = JSON.parse(process.argv[1]); const return_val = (v) => console.log(JSON.stringify(v));\n";

    private Interpreters() {}

    static List<Scenario> scenarios() {
        List<Scenario> scenarios = new ArrayList<>();
        find("python3", "-I", "-c", "import sys; print(sys.executable)")
                .ifPresent(python -> add(scenarios, "python", List.of(python, "-I", "-S"), "pass"));
        find("node", "-e", "console.log(process.execPath)").ifPresent(node -> add(scenarios, "js", List.of(node), ""));
        return scenarios;
    }

    private static void add(List<Scenario> scenarios, String language, List<String> program, String nothing) {
        boolean python = language.equals("python");
        String flag = python ? "-c" : "-e";
        for (int callers : List.of(1, 8)) {
            scenarios.add(fresh(name("fresh", language, "nothing", callers), callers, join(program, flag, nothing)));
            Workload score = Workload.of(language, Workload.SCORE);
            String code = (python ? PRELUDE_PYTHON : PRELUDE_NODE) + score.code();
            scenarios.add(fresh(
                    name("fresh", language, Workload.SCORE, callers),
                    callers,
                    join(program, flag, code, input(score))));
        }
        for (String job : List.of(Workload.SCORE, Workload.HEAVY)) {
            String request = Workload.of(language, job).request().toString();
            scenarios.add(new Scenario(
                    name("loop", language, job, 1),
                    Scenario.Usual.ALWAYS,
                    "",
                    Scenario.Cost.OF_CHILDREN,
                    time -> loop(join(program, flag, python ? PYTHON_LOOP : NODE_LOOP, request), time)));
        }
    }

    private static String name(String way, String language, String job, int callers) {
        return way + "/" + language + "/" + job + "/" + callers;
    }

    private static Scenario fresh(String name, int callers, List<String> command) {
        Call call = () -> {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
            return 1;
        };
        return new Scenario(
                name, Scenario.Usual.ALWAYS, "", Scenario.Cost.OF_CHILDREN, Scenario.calls(() -> call, callers));
    }

    private static Sample loop(List<String> command, Duration time) throws Exception {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(join(command, Double.toString(time.toMillis() / 1000.0)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the loop ended with " + process.exitValue());
        }
        long[] micros = java.util.Arrays.stream(text.split(" "))
                .mapToLong(Long::parseLong)
                .sorted()
                .toArray();
        long busy = Math.min(System.nanoTime() - start, time.toNanos());
        return new Sample(micros, micros.length, 0, "", busy);
    }

    private static String input(Workload job) {
        return job.request()
                .getOrDefault("input", Json.createObjectBuilder().build())
                .toString();
    }

    private static List<String> join(List<String> program, String... more) {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(more));
        return List.copyOf(command);
    }

    /** The path of an interpreter, past wrappers that choose one. */
    private static Optional<String> find(String... command) {
        try {
            Process process = new ProcessBuilder(command).start();
            String path = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 && !path.isEmpty() ? Optional.of(path) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
