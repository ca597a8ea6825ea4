package io.faasruntime.it.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.it.server.ServerProcess;
import io.faasruntime.it.server.ServerState;
import io.faasruntime.it.server.TestServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of {@code src/test/resources/hostile} against the shipped server: nothing gets out, nothing stays. */
@ExtendWith(ArquillianExtension.class)
class HostileIT {

    private static final Logger LOG = Logger.getLogger(HostileIT.class.getName());
    private static final Duration CASE_LIMIT = Duration.ofMinutes(5);
    private static final Duration RECOVERY = Duration.ofSeconds(60);
    private static final long FILES_OF_OTHERS = 16;
    private static final Map<HostileCase, CompletableFuture<HostileRun>> RUNS = new LinkedHashMap<>();

    /** JavaScript and TypeScript share workers, so one thread for both keeps each case alone on its pool. */
    private static final List<List<String>> POOLS = List.of(List.of("python"), List.of("js", "ts"));

    private static final List<ExecutorService> THREADS = new ArrayList<>();
    private static TestServer server;
    private static ServerProcess process;
    private static ServerState before;
    private static long filesBefore;

    @BeforeAll
    static void runAll() throws Exception {
        server = TestServer.shipped();
        process = ServerProcess.managed();
        for (List<String> pool : POOLS) {
            for (String language : pool) {
                HostileRun.of(HostileCase.probe(language), server).assertAsExpected();
            }
        }
        before = ServerState.awaitQuiet(server, process, RECOVERY);
        filesBefore = process.openFiles();
        for (List<String> pool : POOLS) {
            ExecutorService thread = Executors.newSingleThreadExecutor();
            THREADS.add(thread);
            pool.stream()
                    .flatMap(language -> HostileCase.all(language).stream())
                    .forEach(hostile ->
                            RUNS.put(hostile, CompletableFuture.supplyAsync(() -> withProbe(hostile), thread)));
        }
    }

    private static HostileRun withProbe(HostileCase hostile) {
        try {
            HostileRun run = HostileRun.of(hostile, server);
            for (int i = 0; i < hostile.probes(); i++) {
                HostileRun.of(HostileCase.probe(hostile.language()), server).assertAsExpected();
            }
            return run;
        } catch (IOException | InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    @AfterAll
    static void stopThreads() {
        THREADS.forEach(ExecutorService::shutdownNow);
        reportHowSoonControlReturned();
    }

    static Stream<HostileCase> cases() {
        return RUNS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void endsAsItHasTo(HostileCase hostile) throws Exception {
        RUNS.get(hostile).get(CASE_LIMIT.toSeconds(), TimeUnit.SECONDS).assertAsExpected();
    }

    @Test
    void theServerIsAsItWasBefore() throws Exception {
        for (CompletableFuture<HostileRun> run : RUNS.values()) {
            // How each ended is the matter of the other test.
            run.handle((ended, failure) -> "").get(CASE_LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
        assertEquals(before, before.awaitSame(server, process, RECOVERY));
        long files = process.openFiles();
        assertTrue(files <= filesBefore + FILES_OF_OTHERS, filesBefore + " open files before, " + files + " now");
        assertEquals(200, server.get("health/ready").statusCode());
    }

    /** The figure that is promised, as measured; the tests themselves leave room for a busy machine. */
    private static void reportHowSoonControlReturned() {
        List<HostileRun> finished = RUNS.values().stream()
                .filter(run -> run.isDone() && !run.isCompletedExceptionally())
                .map(CompletableFuture::join)
                .sorted(Comparator.comparing(HostileRun::beyondLimit))
                .toList();
        List<HostileRun> late =
                finished.stream().filter(run -> !run.keptThePromise()).toList();
        LOG.info(() -> finished.size() + " hostile runs; later than limit + 250 ms: " + late.size() + " "
                + late.stream()
                        .map(run -> run.hostile() + " by " + run.beyondLimit().toMillis() + " ms")
                        .toList());
    }
}
