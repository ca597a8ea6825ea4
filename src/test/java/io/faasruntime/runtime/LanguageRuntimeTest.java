package io.faasruntime.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.api.CallContext;
import io.faasruntime.api.DeadlineExceededException;
import io.faasruntime.api.ExecutionRequest;
import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.api.InvalidRequestException;
import io.faasruntime.api.Language;
import io.faasruntime.api.SandboxConfig;
import io.faasruntime.api.ServiceCall;
import io.faasruntime.api.ServiceUnavailableException;
import io.faasruntime.config.ExecutionPolicy;
import io.faasruntime.config.MapConfig;
import io.faasruntime.runtime.batch.BatchPlaces;
import io.faasruntime.spi.Execution;
import io.faasruntime.spi.ExecutionFinished;
import jakarta.json.bind.JsonbBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageRuntimeTest {

    /** Far beyond everything that is waited for here. */
    private static final long HANGS_SECONDS = 20;

    private final ManualBackend backend = new ManualBackend("by-hand");
    private final List<ExecutionFinished> finished = new CopyOnWriteArrayList<>();
    private final LanguageRuntime runtime = runtime(backend, Duration.ofSeconds(10));

    private LanguageRuntime runtime(ManualBackend over, Duration lastResort) {
        RunRequests requests = new RunRequests(
                ExecutionPolicy.from(MapConfig.of(Map.of("faas-runtime.max-input-bytes", "100"))),
                new InputEncoder(JsonbBuilder.create()));
        return new LanguageRuntime(
                Language.PYTHON,
                over,
                Optional.of(over),
                requests,
                BatchPlaces.of(2),
                new RunCounters(),
                finished::add,
                lastResort);
    }

    @Test
    void aBackendGetsEveryLimitDecided() {
        CallContext context = CallContext.of("trace", null, "request");
        runtime.runCodeAsync(ExecutionRequest.of("1")
                .withInput(Map.of("a", 1))
                .withExt(Map.of("space", "7"))
                .withLimits(SandboxConfig.DEFAULT.withMemoryLimitMb(64))
                .withTimeLimit(Duration.ofSeconds(5))
                .withCaller("me")
                .withContext(context)
                .asIdempotent());
        Execution execution = backend.executions.get(0);
        assertEquals(Language.PYTHON, execution.language());
        assertEquals("1", execution.code());
        assertEquals(Optional.of("{\"a\":1}"), execution.input());
        assertEquals(Map.of("space", "7"), execution.ext());
        assertEquals(64, execution.limits().memoryLimitMb());
        assertEquals(Duration.ofSeconds(5), execution.limits().timeLimit());
        assertTrue(execution.deadline().remaining().compareTo(Duration.ofSeconds(5)) <= 0);
        assertEquals("me", execution.caller());
        assertEquals(context, execution.context());
        assertTrue(execution.idempotent());
    }

    @Test
    void aRunThatBringsNothingGetsTheOperatorsDefaults() {
        runtime.runCodeAsync(ExecutionRequest.of("1"));
        assertEquals(runtime.sandboxConfig(), backend.executions.get(0).limits());
        assertEquals(Optional.empty(), backend.executions.get(0).input());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n"})
    void codeThatIsNoneNeverReachesABackend(String code) {
        assertEquals("code", refused(ExecutionRequest.of(code)));
    }

    @Test
    void whatTheOperatorDoesNotAllowNeverReachesABackend() {
        ExecutionRequest one = ExecutionRequest.of("1");
        assertEquals("timeout", refused(one.withTimeLimit(Duration.ofDays(9))));
        assertEquals("timeout", refused(one.withTimeLimit(Duration.ofMillis(Long.MAX_VALUE))));
        assertEquals("limits.memory_mb", refused(one.withLimits(SandboxConfig.DEFAULT.withMemoryLimitMb(1))));
        assertEquals("input", refused(one.withInput("x".repeat(99))));
        assertEquals("input", refused(one.withInput(new Unwritable())));
    }

    private String refused(ExecutionRequest request) {
        InvalidRequestException refusal =
                assertThrows(InvalidRequestException.class, () -> runtime.runCodeAsync(request));
        assertTrue(backend.executions.isEmpty());
        assertTrue(finished.isEmpty());
        return refusal.field();
    }

    @Test
    void everyEndIsCountedAndReportedOnce() {
        for (ExecutionStatus status : ExecutionStatus.values()) {
            CompletionStage<ExecutionResult> answer = runtime.runCodeAsync(ExecutionRequest.of("1"));
            ExecutionResult result = ManualBackend.result(status);
            last(backend.runs).complete(result);
            assertSame(result, now(answer));
            assertEquals(1L, runtime.metrics().get("runs_" + status.wireName() + "_total"));
            ExecutionFinished event = last(finished);
            assertEquals("by-hand " + status.wireName(), event.backend() + " " + event.outcome());
            assertEquals(Duration.ofMillis(2), event.queued());
        }
        assertEquals(ExecutionStatus.values().length, finished.size());
        assertEquals((long) ExecutionStatus.values().length, runtime.metrics().get("runs_total"));
        assertEquals(7L, runtime.metrics().get("own"));
    }

    @Test
    void aFailureKeepsItsTypeAndOthersGetOne() {
        ServiceUnavailableException typed =
                ServiceUnavailableException.forNow("gone", ServiceCall.notMade("by-hand"), null, null);
        assertSame(typed, failure(typed));
        assertInstanceOf(ServiceUnavailableException.class, failure(new IllegalStateException("a fault")));
        assertEquals(2L, runtime.metrics().get("failures_total"));
        assertEquals("ServiceUnavailableException", last(finished).outcome());
    }

    private Throwable failure(RuntimeException cause) {
        CompletionStage<ExecutionResult> answer = runtime.runCodeAsync(ExecutionRequest.of("1"));
        last(backend.runs).completeExceptionally(cause);
        return assertThrows(
                        ExecutionException.class,
                        () -> answer.toCompletableFuture().get(HANGS_SECONDS, TimeUnit.SECONDS))
                .getCause();
    }

    @Test
    void aServiceThatIsKnownToBeGoneFailsTheFutureAndCounts() {
        backend.refusal = ServiceUnavailableException.failed("gone", ServiceCall.notMade("by-hand"), null);
        CompletionStage<ExecutionResult> answer = runtime.runCodeAsync(ExecutionRequest.of("1"));
        assertTrue(answer.toCompletableFuture().isCompletedExceptionally());
        assertEquals(1L, runtime.metrics().get("failures_total"));
    }

    @Test
    void cancellingReachesTheBackend() {
        CompletionStage<ExecutionResult> answer = runtime.runCodeAsync(ExecutionRequest.of("1"));
        answer.toCompletableFuture().cancel(true);
        assertTrue(last(backend.runs).isCancelled());
    }

    @Test
    void anInterruptedCallerStopsItsRun() throws Exception {
        CompletableFuture<Throwable> seen = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                runtime.runCode("1");
            } catch (DeadlineExceededException e) {
                seen.complete(Thread.currentThread().isInterrupted() ? e : null);
            }
        });
        caller.start();
        caller.interrupt();
        assertInstanceOf(DeadlineExceededException.class, seen.get(HANGS_SECONDS, TimeUnit.SECONDS));
        assertTrue(last(backend.runs).isCancelled());
    }

    @Test
    void aBackendThatForgetsItsDeadlineIsGivenUpAfterItsGrace() throws Exception {
        ManualBackend patient = new ManualBackend("patient");
        patient.grace = Duration.ofMinutes(1);
        ExecutionRequest brief = ExecutionRequest.of("1").withTimeLimit(Duration.ofMillis(1));
        Duration lastResort = Duration.ofMillis(20);
        CompletionStage<ExecutionResult> allowed = runtime(patient, lastResort).runCodeAsync(brief);
        CompletionStage<ExecutionResult> forgotten =
                runtime(backend, lastResort).runCodeAsync(brief);
        ExecutionException givenUp = assertThrows(
                ExecutionException.class, () -> forgotten.toCompletableFuture().get(HANGS_SECONDS, TimeUnit.SECONDS));
        assertInstanceOf(DeadlineExceededException.class, givenUp.getCause());
        assertTrue(last(backend.runs).isCancelled(), "nobody waits for it any more");
        // It began before the other and has the same limit: only its grace keeps it.
        assertFalse(allowed.toCompletableFuture().isDone());
    }

    @Test
    void codeIsValidatedByTheParserAndNeverRun() {
        assertEquals(1, runtime.validateCode("x").diagnostics().size());
        runtime.validateCode("y", "main");
        assertEquals(List.of("x[]", "y[main]"), backend.validated);
        assertThrows(InvalidRequestException.class, () -> runtime.validateCode(""));
        InvalidRequestException name =
                assertThrows(InvalidRequestException.class, () -> runtime.validateCode("x", "1; drop"));
        assertEquals("requires", name.field());
        assertTrue(backend.executions.isEmpty());
    }

    @Test
    void aRuntimeThatWasCleanedUpSaysSo() {
        runtime.cleanup();
        assertThrows(IllegalStateException.class, () -> runtime.runCode("1"));
        assertThrows(IllegalStateException.class, () -> runtime.validateCode("1"));
    }

    private static <T> T now(CompletionStage<T> stage) {
        return stage.toCompletableFuture().getNow(null);
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    /** JSON-B asks for the property and gets an exception. */
    public static final class Unwritable {
        public String getSecret() {
            throw new IllegalStateException("no");
        }
    }
}
