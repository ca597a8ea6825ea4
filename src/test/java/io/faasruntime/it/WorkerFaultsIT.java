package io.faasruntime.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.it.server.LibertyProcess;
import io.faasruntime.it.server.TestServer;
import io.faasruntime.wire.JsonText;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workers that are killed, that hang, that cannot be started: one run pays, or none, and the server heals itself. */
@ExtendWith(ArquillianExtension.class)
class WorkerFaultsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Map<String, String> ENDLESS = Map.of("python", "while True: pass", "js", "for (;;) {}");
    private static final Map<String, String> SHORT = Map.of(
            "python", "import time\ntime.sleep(1)\nprint('unaffected')",
            "js", "setTimeout(() => console.log('unaffected'), 1000)");

    @TempDir
    private static Path folder;

    private static LibertyProcess liberty;
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        Map<String, String> environment =
                Map.of("FAAS_RUNTIME_SANDBOX_CACHE_DIRECTORY", engines().toString());
        liberty = LibertyProcess.start("faasRuntimeFaults", environment);
        server = liberty.client();
    }

    @AfterAll
    static void stop() {
        if (liberty != null) {
            liberty.close();
        }
    }

    private static Path engines() {
        return folder.resolve("engines");
    }

    @BeforeEach
    void everyWorkerIsIdle() throws Exception {
        await(() -> workers("python", "idle") == 2 && workers("js", "idle") == 2);
    }

    @Test
    void idleWorkersThatAreKilledCostNoRun() throws Exception {
        liberty.workers().forEach(ProcessHandle::destroyForcibly);
        assertServing();
    }

    @ParameterizedTest
    @CsvSource({"python, js", "js, python"})
    void aWorkerThatIsKilledFailsItsOwnRunAlone(String killed, String other) throws Exception {
        CompletableFuture<JsonObject> victim = begin(killed, ENDLESS.get(killed), 60_000);
        CompletableFuture<JsonObject> bystander = begin(other, SHORT.get(other), 60_000);
        await(() -> workers(killed, "busy") == 1 && workers(other, "busy") == 1);
        processes(killed).forEach(ProcessHandle::destroyForcibly);

        JsonObject metadata = victim.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).getJsonObject("metadata");
        assertEquals("error", metadata.getString("status"), metadata.toString());
        assertEquals("SandboxCrash", metadata.getJsonObject("error").getString("type"));
        assertEquals("unaffected\n", TestServer.stdout(bystander.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)));
        assertServing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"python", "js"})
    void aWorkerThatHangsCostsAtMostItsRunAndNoLongerThanItsLimit(String language) throws Exception {
        String pid = Long.toString(processes(language).get(0).pid());
        assertEquals(0, new ProcessBuilder("kill", "-STOP", pid).start().waitFor());
        int timeouts = 0;
        for (int i = 0; i < 6; i++) {
            long start = System.nanoTime();
            String status = TestServer.status(begin(language, "1", 1500).get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            assertTrue(System.nanoTime() - start < Duration.ofMillis(4000).toNanos());
            timeouts += status.equals("timeout") ? 1 : 0;
            assertTrue(List.of("timeout", "success").contains(status), status);
        }
        assertTrue(timeouts <= 1, timeouts + " runs met the worker that hangs");
        assertServing();
    }

    @Test
    void workersThatCannotBeStartedAreReportedAndComeBackByThemselves() throws Exception {
        Path aside = folder.resolve("aside");
        Files.move(engines(), aside);
        Files.writeString(engines(), "a file where the folder should be");
        try {
            liberty.workers().forEach(ProcessHandle::destroyForcibly);
            await(() -> server.get("health/ready").statusCode() == 503);
            await(() -> server.get("health/ready").body().contains("FileAlreadyExistsException"));
            for (String language : List.of("python", "js", "ts")) {
                await(() -> run(language, "1").statusCode() == 503);
                assertRefusedForAWhile(run(language, "1"));
            }
            assertEquals(200, server.get("health/live").statusCode());
        } finally {
            Files.delete(engines());
            Files.move(aside, engines());
        }
        await(() -> server.get("health/ready").statusCode() == 200);
        assertServing();
    }

    private static void assertRefusedForAWhile(HttpResponse<String> refused) {
        assertEquals(503, refused.statusCode(), refused.body());
        assertTrue(refused.headers().firstValueAsLong("Retry-After").orElse(0) >= 1, refused.body());
        assertFalse(refused.body().contains(folder.toString()), "the caller sees the host's folders");
    }

    @Test
    void damagedEngineFilesAreMendedWhenAWorkerIsStarted() throws Exception {
        try (var files = Files.walk(engines())) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*(worker[.]jar|fork_server[.]py|manifest)"))
                    .toList()) {
                Files.delete(file);
            }
        }
        liberty.workers().forEach(ProcessHandle::destroyForcibly);
        await(() -> workers("python", "idle") == 2 && workers("js", "idle") == 2);
        assertServing();
    }

    private static void assertServing() throws Exception {
        assertEquals("1\n", TestServer.stdout(server.run("python", "print(1)")));
        assertEquals("1\n", TestServer.stdout(server.run("js", "console.log(1)")));
        assertEquals("1\n", TestServer.stdout(server.run("ts", "const n: number = 1; console.log(n)")));
    }

    private static CompletableFuture<JsonObject> begin(String language, String code, int timeout) {
        JsonObject request = JsonText.PROVIDER
                .createObjectBuilder()
                .add("code", code)
                .add("timeout", timeout)
                .build();
        return CompletableFuture.supplyAsync(() -> {
            try {
                return server.runRequest(language, request);
            } catch (IOException | InterruptedException e) {
                throw new CompletionException(e);
            }
        });
    }

    private static HttpResponse<String> run(String language, String code) throws IOException, InterruptedException {
        JsonObject request =
                JsonText.PROVIDER.createObjectBuilder().add("code", code).build();
        return server.post("api/runtimes/" + language + "/run", JsonText.write(request));
    }

    private static int workers(String language, String state) throws IOException, InterruptedException {
        return TestServer.json(server.get("faas/metrics"))
                .getJsonObject(language)
                .getInt("workers_" + state);
    }

    /** Of the pool that serves {@code language}: V8 lives in JVMs. */
    private static List<ProcessHandle> processes(String language) {
        return liberty.workers().stream()
                .filter(process -> process.info().command().orElse("").endsWith("java") == language.equals("js"))
                .toList();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertTrue(System.nanoTime() < end, () -> "it did not come true within " + PATIENCE);
            Thread.sleep(POLL.toMillis());
        }
    }
}
