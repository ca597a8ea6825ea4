package io.faasruntime.benchmark;

import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Single runs through {@code /api} and through the contract's {@code /run_code}. */
final class OverHttp {

    /** A call that runs nothing. */
    static final String NOTHING = "no code at all";

    private static final String JSON = "application/json";
    private static final String SUCCESS = "\"success\"";

    private OverHttp() {}

    static List<Scenario> scenarios(URI base) {
        List<Scenario> scenarios = new ArrayList<>();
        byte[] nothing = HttpConnection.get(base, "/api/runtimes/python/return-val");
        for (int callers : List.of(1, 8)) {
            scenarios.add(
                    scenario(NOTHING + "/" + callers, Scenario.Usual.ALWAYS, "", base, nothing, "return_val", callers));
        }
        for (String language : Workload.LANGUAGES) {
            for (String name : List.of(Workload.HELLO, Workload.SCORE, Workload.HEAVY)) {
                Workload job = Workload.of(language, name);
                for (int callers : List.of(1, 8, 32, 100)) {
                    scenarios.add(
                            scenario("api", job, base, "/api/runtimes/" + language + "/run", job.request(), callers));
                    scenarios.add(scenario("run_code", job, base, "/run_code", job.contractRequest(), callers));
                }
            }
        }
        return scenarios;
    }

    private static Scenario scenario(String way, Workload job, URI base, String path, JsonObject request, int callers) {
        byte[] bytes = HttpConnection.post(base, path, JSON, request.toString().getBytes(StandardCharsets.UTF_8));
        return scenario(
                String.join("/", way, job.language(), job.name(), Integer.toString(callers)),
                usual(way, job, callers),
                reference(job, callers),
                base,
                bytes,
                SUCCESS,
                callers);
    }

    private static Scenario scenario(
            String name,
            Scenario.Usual usual,
            String comparedWith,
            URI base,
            byte[] request,
            String success,
            int callers) {
        return new Scenario(
                name,
                usual,
                comparedWith,
                Scenario.Cost.OF_THE_SERVER,
                Scenario.calls(() -> new HttpCall(base, request, success), callers));
    }

    private static Scenario.Usual usual(String way, Workload job, int callers) {
        boolean few = callers == 1 || callers == 8;
        if (way.equals("run_code")) {
            return job.name().equals(Workload.SCORE) && callers != 32
                    ? Scenario.Usual.IN_THE_LONG_FORM
                    : Scenario.Usual.WHEN_NAMED;
        }
        if (job.name().equals(Workload.HEAVY)) {
            return few ? Scenario.Usual.IN_THE_LONG_FORM : Scenario.Usual.WHEN_NAMED;
        }
        boolean many = callers == 100 && job.name().equals(Workload.SCORE);
        return few || many ? Scenario.Usual.ALWAYS : Scenario.Usual.IN_THE_LONG_FORM;
    }

    /** A heavy job is compared with its warm loop, others with a fresh interpreter per run. */
    static String reference(Workload job, int callers) {
        String interpreter = job.language().equals("python") ? "python" : "js";
        return switch (job.name()) {
            case Workload.HEAVY -> "loop/" + interpreter + "/" + Workload.HEAVY + "/1";
            case Workload.HELLO -> "fresh/" + interpreter + "/nothing/" + Math.min(callers, 8);
            default -> "fresh/" + interpreter + "/" + Workload.SCORE + "/" + Math.min(callers, 8);
        };
    }
}
