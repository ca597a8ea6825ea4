package io.faasruntime.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.api.InvalidRequestException;
import io.faasruntime.api.SandboxConfig;
import io.faasruntime.api.ServiceBusyException;
import io.faasruntime.api.ServiceUnavailableException;
import io.faasruntime.config.ExecutionPolicy;
import io.faasruntime.config.MapConfig;
import io.faasruntime.sandbox.engine.Engine;
import io.faasruntime.sandbox.pool.PoolSettings;
import io.faasruntime.spi.Deadline;
import io.faasruntime.spi.Execution;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The supervisor against real processes that misbehave on demand. */
@Timeout(60)
class EmbeddedBackendTest {

    @TempDir
    Path directory;

    private final ScriptedEngine engine = new ScriptedEngine(false);
    private EmbeddedBackend backend;

    private EmbeddedBackend start(Engine served, int workers, int maxQueue, int maxRunsPerWorker) {
        SandboxSettings settings = new SandboxSettings(
                new PoolSettings(workers, maxQueue, maxRunsPerWorker, Duration.ofSeconds(30), Duration.ofMillis(120)),
                directory);
        backend = new EmbeddedBackend(settings, ExecutionPolicy.from(MapConfig.of(Map.of())), List.of(served));
        backend.warmUp(ScriptedEngine.LANGUAGE);
        return backend;
    }

    private EmbeddedBackend start(int workers) {
        return start(engine, workers, 100, 1000);
    }

    @AfterEach
    void everyProcessEndsWithTheBackend() {
        if (backend != null) {
            backend.close();
        }
        await(() -> ProcessHandle.current().descendants().noneMatch(ProcessHandle::isAlive));
    }

    private CompletableFuture<ExecutionResult> begin(String code, SandboxConfig limits) {
        Deadline deadline = Deadline.after(limits.timeLimit());
        return backend.execute(new Execution(ScriptedEngine.LANGUAGE, code, null, Map.of(), limits, deadline, false))
                .toCompletableFuture();
    }

    private CompletableFuture<ExecutionResult> begin(String code) {
        return begin(code, SandboxConfig.DEFAULT);
    }

    private ExecutionResult run(String code) throws Exception {
        return begin(code).get(30, TimeUnit.SECONDS);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "the condition did not come true in time");
            Thread.onSpinWait();
        }
    }

    private long metric(String name) {
        return backend.metrics(ScriptedEngine.LANGUAGE).get(name);
    }

    @Test
    void runsCodeAndKeepsTheWorker() throws Exception {
        start(1);
        for (int i = 0; i < 5; i++) {
            ExecutionResult result = run("print hello " + i);
            assertEquals(ExecutionStatus.SUCCESS, result.status());
            assertEquals("hello " + i, result.output().stdout());
            assertEquals("scripted", result.engine());
        }
        assertEquals(1, metric("workers_started_total"));
    }

    @Test
    void takesNoResultOutOfTheOutputOfCodeWithoutAReturnValOfItsOwn() throws Exception {
        start(1);
        ExecutionResult result = run("print {\"score\": 1}");
        assertEquals("{\"score\": 1}", result.output().stdout());
        assertEquals("128", result.output().retVal());
    }

    @Test
    void trustsNoWorkerThatAnswersWithMoreThanAResultMayBe() throws Exception {
        start(1);
        ExecutionResult result = run("huge-result");
        assertEquals(ExecutionStatus.ERROR, result.status());
        assertEquals("", result.output().retVal());
        assertEquals(ExecutionStatus.SUCCESS, run("print next").status());
    }

    @Test
    void killsAWorkerThatHangsAndKeepsWhatItPrinted() throws Exception {
        start(1);
        ExecutionResult result = begin(
                        "print partial\nhang", SandboxConfig.DEFAULT.withTimeLimit(Duration.ofMillis(600)))
                .get(30, TimeUnit.SECONDS);
        assertEquals(ExecutionStatus.TIMEOUT, result.status());
        assertEquals("partial", result.output().stdout());
        assertEquals(ExecutionStatus.SUCCESS, run("print next").status());
        assertEquals(1, metric("workers_lost_total"));
    }

    @Test
    void endsARunThatPrintsTooMuch() throws Exception {
        start(1);
        ExecutionResult result =
                begin("flood", SandboxConfig.DEFAULT.withMaxOutputBytes(2500)).get(30, TimeUnit.SECONDS);
        assertEquals(ExecutionStatus.OUTPUT_LIMIT, result.status());
        assertTrue(result.truncated());
        assertEquals("x".repeat(2500), result.output().stdout());
        assertEquals(ExecutionStatus.SUCCESS, run("print next").status());
    }

    @Test
    void aWorkerThatDiesOrTalksNonsenseFailsItsOwnRunOnly() throws Exception {
        start(2);
        CompletableFuture<ExecutionResult> neighbour = begin("sleep 1500\nprint unharmed");
        for (String code : List.of("exit 3", "garbage\nhang", "half-frame", "wrong-status\nhang")) {
            ExecutionResult result = run("print before\n" + code);
            assertEquals(ExecutionStatus.ERROR, result.status(), code);
            assertEquals("before", result.output().stdout(), code);
            assertEquals(RunJob.CRASH, result.error().orElseThrow().type(), code);
        }
        assertEquals("unharmed", neighbour.get(30, TimeUnit.SECONDS).output().stdout());
        assertEquals(ExecutionStatus.SUCCESS, run("print next").status());
    }

    @Test
    void aSecondAnswerIsNeverTakenForThatOfTheNextRun() throws Exception {
        start(1);
        int untouched = 0;
        for (int i = 0; i < 20; i++) {
            assertEquals(ExecutionStatus.SUCCESS, run("done-twice").status());
            // The second answer meets this run, or a worker that is idle, or nobody: it costs the worker its life.
            ExecutionResult result = run("print mine " + i);
            if (result.status() == ExecutionStatus.SUCCESS) {
                assertEquals("mine " + i, result.output().stdout());
                assertEquals("128", result.output().retVal());
                untouched++;
            } else {
                assertEquals(RunJob.CRASH, result.error().orElseThrow().type());
            }
        }
        assertTrue(untouched > 0, "no run after a second answer succeeded");
        assertEquals("next", run("print next").output().stdout());
    }

    @Test
    void tellsAWorkerThatRanOutOfMemoryFromOneThatCrashed() throws Exception {
        start(1);
        assertEquals(ExecutionStatus.MEMORY_LIMIT, run("die-of-memory").status());
    }

    @Test
    void repeatsARunOnAnotherWorkerWhenItsWorkerWasKilledWhileIdle() throws Exception {
        start(1);
        run("print warm");
        ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
        ExecutionResult result = run("print survived");
        assertEquals(ExecutionStatus.SUCCESS, result.status());
        assertEquals("survived", result.output().stdout());
    }

    @Test
    void aRunThatNobodyWaitsForAnyMoreFreesItsWorker() throws Exception {
        start(1);
        run("print warm");
        CompletableFuture<ExecutionResult> abandoned = begin("hang");
        CompletableFuture<ExecutionResult> queued = begin("print never");
        await(() -> metric("workers_busy") == 1);
        queued.cancel(true);
        await(() -> metric("queued") == 0);
        abandoned.cancel(true);
        assertEquals(ExecutionStatus.SUCCESS, run("print next").status());
        assertEquals(1, metric("workers_lost_total"));
    }

    @Test
    void aFullQueueIsRefusedAtOnce() throws Exception {
        start(engine, 1, 2, 1000);
        run("print warm");
        List<CompletableFuture<ExecutionResult>> accepted = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            accepted.add(begin("sleep 300"));
        }
        ServiceBusyException refused = assertThrows(ServiceBusyException.class, () -> begin("print no"));
        assertTrue(refused.retryable());
        assertTrue(refused.retryAfter().isPresent());
        for (CompletableFuture<ExecutionResult> run : accepted) {
            assertEquals(ExecutionStatus.SUCCESS, run.get(30, TimeUnit.SECONDS).status());
        }
    }

    @Test
    void aRunThatFindsNoWorkerWithinItsTimeLimitWasCertainlyNotStarted() throws Exception {
        start(1);
        run("print warm");
        CompletableFuture<ExecutionResult> first = begin("sleep 2000");
        CompletableFuture<ExecutionResult> late =
                begin("print late", SandboxConfig.DEFAULT.withTimeLimit(Duration.ofMillis(300)));
        ExecutionException failure = assertThrows(ExecutionException.class, () -> late.get(30, TimeUnit.SECONDS));
        assertTrue(
                assertInstanceOf(ServiceBusyException.class, failure.getCause()).retryable());
        assertEquals(ExecutionStatus.SUCCESS, first.get(30, TimeUnit.SECONDS).status());
    }

    @Test
    void reportsWhyNoWorkerStartsAndRecoversByItself() throws Exception {
        engine.refusing = true;
        start(1);
        await(() -> !backend.health(ScriptedEngine.LANGUAGE).reason().isEmpty()
                && backend.health(ScriptedEngine.LANGUAGE).reason().contains("does not want to start"));
        assertFalse(backend.health(ScriptedEngine.LANGUAGE).up());
        await(this::isRefused);
        engine.refusing = false;
        await(() -> backend.health(ScriptedEngine.LANGUAGE).up());
        assertEquals(ExecutionStatus.SUCCESS, run("print back").status());
    }

    private boolean isRefused() {
        try {
            begin("print no");
            return false;
        } catch (ServiceUnavailableException e) {
            assertTrue(e.retryable());
            assertTrue(e.retryAfter().isPresent());
            return true;
        }
    }

    @Test
    void startsAWorkerWithTheMemoryLimitThatARunAsksFor() throws Exception {
        start(new ScriptedEngine(true), 2, 100, 1000);
        assertEquals("128", run("print a").output().retVal());
        assertEquals(
                "64",
                begin("print b", SandboxConfig.DEFAULT.withMemoryLimitMb(64))
                        .get(30, TimeUnit.SECONDS)
                        .output()
                        .retVal());
        assertEquals("128", run("print c").output().retVal());
    }

    @Test
    void replacesAWorkerAfterItsShareOfRuns() throws Exception {
        start(engine, 1, 100, 3);
        for (int i = 0; i < 7; i++) {
            assertEquals(ExecutionStatus.SUCCESS, run("print x").status());
        }
        assertNotEquals(1, metric("workers_started_total"));
    }

    @Test
    void sendsRequestsThatFillThePipe() throws Exception {
        start(1);
        String code = "print " + "x".repeat(500_000);
        assertEquals(500_000, run(code).output().stdout().length());
    }

    @Test
    void refusesWhatItCannotGrant() {
        start(1);
        InvalidRequestException refused = assertThrows(
                InvalidRequestException.class, () -> begin("print x", SandboxConfig.DEFAULT.withNetworkEnabled(true)));
        assertEquals("limits.network", refused.field());
    }
}
