package io.faasruntime.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Callers that have injected a {@code RuntimeManager}: one application runs code itself, another sends it on to a service
 * that answers at once, which shows what our HTTP client costs.
 */
final class InsideServer {

    private static final String EMBEDDED = "benchmark-embedded";
    private static final String CLIENT = "benchmark-client";

    /** What answers once both are up, and warm. */
    static final List<String> READY = List.of("/" + EMBEDDED + "/calls", "/" + CLIENT + "/calls");

    private static final List<Integer> CALLERS_OF_CLIENT = List.of(1, 16, 64, 256);

    private InsideServer() {}

    /** The applications by name. */
    static Map<String, Path> applications(Path coreJar, URI service, Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<String, Path> applications = new LinkedHashMap<>();
        applications.put(EMBEDDED, write(application(EMBEDDED, coreJar), folder));
        WebArchive client = application(CLIENT, coreJar)
                .addAsResource(
                        new StringAsset("COZE_LOOP_FAAS_URL=" + service + "\n"),
                        "META-INF/microprofile-config.properties");
        applications.put(CLIENT, write(client, folder));
        return applications;
    }

    private static WebArchive application(String name, Path coreJar) {
        return ShrinkWrap.create(WebArchive.class, name + ".war")
                .addClasses(InjectedCalls.class, Callers.class, Call.class, Sample.class)
                .addAsLibrary(coreJar.toFile())
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    private static Path write(WebArchive archive, Path folder) {
        Path file = folder.resolve(archive.getName());
        archive.as(ZipExporter.class).exportTo(file.toFile(), true);
        return file;
    }

    static List<Scenario> scenarios(URI base, URI service) {
        List<Scenario> scenarios = new ArrayList<>();
        for (String language : Workload.LANGUAGES) {
            for (String name : List.of(Workload.HELLO, Workload.SCORE, Workload.HEAVY)) {
                Workload job = Workload.of(language, name);
                for (int callers : List.of(1, 8, 32, 100)) {
                    scenarios.add(new Scenario(
                            String.join("/", "injection", language, name, Integer.toString(callers)),
                            usual(name, callers),
                            OverHttp.reference(job, callers),
                            Scenario.Cost.OF_THE_SERVER,
                            work(base, EMBEDDED, job, "language=" + language, callers)));
                }
            }
        }
        Workload job = Workload.of("python", Workload.SCORE);
        for (int callers : CALLERS_OF_CLIENT) {
            String bare = "bare HTTP client/" + callers;
            scenarios.add(new Scenario(
                    bare,
                    Scenario.Usual.ALWAYS,
                    "",
                    Scenario.Cost.OF_THE_SERVER,
                    work(base, CLIENT, job, "bare=" + service + "/run_code", callers)));
            scenarios.add(new Scenario(
                    "our HTTP client/" + callers,
                    Scenario.Usual.ALWAYS,
                    bare,
                    Scenario.Cost.OF_THE_SERVER,
                    work(base, CLIENT, job, "language=python", callers)));
        }
        return scenarios;
    }

    private static Scenario.Usual usual(String job, int callers) {
        if (!job.equals(Workload.SCORE) || callers == 32) {
            return Scenario.Usual.WHEN_NAMED;
        }
        return callers == 8 ? Scenario.Usual.ALWAYS : Scenario.Usual.IN_THE_LONG_FORM;
    }

    private static Scenario.Work work(URI base, String application, Workload job, String what, int callers) {
        byte[] body = job.request().toString().getBytes(StandardCharsets.UTF_8);
        return time -> {
            String path = "/" + application + "/calls?" + what + "&callers=" + callers + "&millis=" + time.toMillis();
            try (HttpConnection connection = new HttpConnection(base)) {
                HttpConnection.Answer answer =
                        connection.send(HttpConnection.post(base, path, "application/json", body));
                if (answer.status() != 200) {
                    throw new IllegalStateException(answer.status() + " " + answer.text());
                }
                return Sample.read(answer.text());
            }
        };
    }
}
