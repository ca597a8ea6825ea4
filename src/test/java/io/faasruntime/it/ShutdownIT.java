package io.faasruntime.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.faasruntime.it.server.LibertyProcess;
import io.faasruntime.it.server.TestServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** However a server ends, its workers end with it, also those that are on a run. */
@ExtendWith(ArquillianExtension.class)
class ShutdownIT {

    @Test
    void noWorkerIsLeftBehind() throws Exception {
        try (LibertyProcess server = LibertyProcess.start("faasRuntimeShutdown", Map.of())) {
            List<ProcessHandle> workers = keepBusy(server);
            server.jvm().destroyForcibly();
            awaitEnd(workers);
        }
        try (LibertyProcess server = LibertyProcess.start("faasRuntimeShutdown", Map.of())) {
            List<ProcessHandle> workers = keepBusy(server);
            server.stopOrderly();
            awaitEnd(workers);
        }
    }

    /** Endless loops in Python and JavaScript under way; every process below the server. */
    private static List<ProcessHandle> keepBusy(LibertyProcess server) throws Exception {
        TestServer client = server.client();
        assertEquals("1\n", TestServer.stdout(client.run("python", "print(1)")));
        for (String body : List.of(
                "{\"language\": \"python\", \"code\": \"while True: pass\", \"timeout\": 120000}",
                "{\"language\": \"js\", \"code\": \"while (true) {}\", \"timeout\": 120000}")) {
            CompletableFuture.runAsync(() -> {
                try {
                    client.post("run_code", body);
                } catch (Exception e) {
                    // The server ends before it answers: that is the test.
                }
            });
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (busy(client) < 2 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        List<ProcessHandle> workers = server.workers();
        assertFalse(workers.isEmpty());
        return workers;
    }

    private static int busy(TestServer client) throws Exception {
        var metrics = TestServer.json(client.get("faas/metrics"));
        return metrics.getJsonObject("python").getInt("workers_busy")
                + metrics.getJsonObject("js").getInt("workers_busy");
    }

    private static void awaitEnd(List<ProcessHandle> workers) throws Exception {
        for (ProcessHandle worker : workers) {
            worker.onExit().get(30, TimeUnit.SECONDS);
        }
    }
}
