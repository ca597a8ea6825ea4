package io.faasruntime.faas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.api.DeadlineExceededException;
import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.api.HealthStatus;
import io.faasruntime.api.Language;
import io.faasruntime.api.ServiceBusyException;
import io.faasruntime.api.ServiceUnavailableException;
import io.faasruntime.faas.settings.BreakerSettings;
import io.faasruntime.spi.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Circuits, health and a pool that is full. */
class CircuitTest {

    private static final Duration PLENTY = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofMinutes(10);

    private final List<FaasBackend> opened = new ArrayList<>();

    @AfterEach
    void stop() {
        opened.forEach(FaasBackend::stop);
    }

    private FaasBackend backend(MisbehavingServer server, String... more) {
        List<String> settings =
                new ArrayList<>(List.of("COZE_LOOP_FAAS_URL", server.address().toString()));
        settings.addAll(List.of(more));
        FaasBackend backend = Calls.backend(settings.toArray(String[]::new));
        opened.add(backend);
        return backend;
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        Deadline patience = Deadline.after(PLENTY);
        while (!condition.getAsBoolean()) {
            assertFalse(patience.remaining().isZero(), "it did not happen in time");
            Thread.onSpinWait();
        }
    }

    private final AtomicLong now = new AtomicLong();

    private Circuit circuit(int volume, double ratio, Duration delay) {
        return new Circuit(new BreakerSettings(volume, ratio, delay), now::get);
    }

    private static boolean ended(Circuit circuit, boolean failed) {
        return circuit.enter().orElseThrow().ended(failed);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void opensWhenEnoughOfTheLastAttemptsHaveFailed() {
        Circuit circuit = circuit(4, 0.5, LONG);
        Circuit.Permit before = circuit.enter().orElseThrow();
        assertFalse(ended(circuit, true));
        assertFalse(ended(circuit, false));
        assertFalse(ended(circuit, false));
        assertFalse(ended(circuit, false), "one of four");
        assertFalse(ended(circuit, true), "the first has been forgotten");
        assertEquals(Circuit.State.CLOSED, circuit.state());
        assertTrue(ended(circuit, true), "two of four");
        assertEquals(Circuit.State.OPEN, circuit.state());
        assertEquals(LONG, circuit.refusal());
        assertTrue(circuit.enter().isEmpty());
        assertFalse(before.ended(false), "an attempt from before says nothing");
        assertEquals(Circuit.State.OPEN, circuit.state());
    }

    @Test
    void forgetsAttemptsInTheOrderOfTheirEndsForEver() {
        Circuit circuit = circuit(3, 1, LONG);
        for (int round = 0; round < 20; round++) {
            assertFalse(ended(circuit, true));
            assertFalse(ended(circuit, true));
            assertFalse(ended(circuit, false), "two of three, round " + round);
        }
        assertFalse(ended(circuit, true));
        assertFalse(ended(circuit, true));
        assertTrue(ended(circuit, true));
    }

    private Circuit halfOpen() {
        Circuit circuit = circuit(2, 1, Duration.ofSeconds(5));
        ended(circuit, true);
        assertTrue(ended(circuit, true));
        pass(Duration.ofSeconds(4));
        assertTrue(circuit.enter().isEmpty(), "a second is left");
        assertEquals(Duration.ofSeconds(1), circuit.refusal());
        pass(Duration.ofSeconds(1));
        assertEquals(Circuit.State.HALF_OPEN, circuit.state());
        assertTrue(circuit.refusal().isZero());
        return circuit;
    }

    @Test
    void letsExactlyOneAttemptTryWhileHalfOpen() {
        Circuit circuit = halfOpen();
        Circuit.Permit trial = circuit.enter().orElseThrow();
        assertTrue(circuit.enter().isEmpty(), "the second caller");
        assertTrue(circuit.enter().isEmpty(), "the third caller");
        assertFalse(circuit.refusal().isZero(), "they are told to come back");
        assertTrue(trial.ended(true), "still failing: open again");
        assertEquals(Circuit.State.OPEN, circuit.state());
        assertEquals(Duration.ofSeconds(5), circuit.refusal());
        pass(Duration.ofSeconds(5));
        trial = circuit.enter().orElseThrow();
        assertTrue(circuit.enter().isEmpty(), "one again");
        assertFalse(trial.ended(false));
        assertEquals(Circuit.State.CLOSED, circuit.state());
        assertTrue(circuit.enter().isPresent());
        assertTrue(circuit.enter().isPresent(), "everybody");
        assertFalse(ended(circuit, true), "counting from the start");
    }

    @Test
    void attemptsFromBeforeDoNotEndTheTrial() {
        Circuit circuit = circuit(2, 1, Duration.ofSeconds(5));
        Circuit.Permit slow = circuit.enter().orElseThrow();
        ended(circuit, true);
        ended(circuit, true);
        pass(Duration.ofSeconds(5));
        Circuit.Permit trial = circuit.enter().orElseThrow();
        assertFalse(slow.ended(false));
        assertEquals(Circuit.State.HALF_OPEN, circuit.state());
        assertTrue(circuit.enter().isEmpty());
        assertFalse(trial.ended(false));
        assertFalse(slow.ended(true), "said twice, and from another time");
        assertFalse(ended(circuit, true), "the first of two");
    }

    @Test
    void aTrialThatIsGivenUpMakesRoomForAnother() {
        Circuit circuit = halfOpen();
        circuit.enter().orElseThrow().givenUp();
        assertTrue(circuit.enter().isPresent());
        assertTrue(circuit.enter().isEmpty());
    }

    @Test
    void aTrialThatTakesVeryLongMakesRoomForAnother() {
        Circuit circuit = halfOpen();
        Circuit.Permit slow = circuit.enter().orElseThrow();
        pass(Duration.ofSeconds(10));
        assertTrue(circuit.enter().isEmpty());
        pass(Duration.ofMillis(1));
        Circuit.Permit other = circuit.enter().orElseThrow();
        assertTrue(circuit.enter().isEmpty(), "one at a time");
        assertFalse(slow.ended(true), "it is not the trial any more");
        assertEquals(Circuit.State.HALF_OPEN, circuit.state());
        other.ended(false);
        assertEquals(Circuit.State.CLOSED, circuit.state());
    }

    @Test
    void ofManyCallersOneTriesAndTheOthersAreToldToComeBack() throws Exception {
        Fault bad = Fault.status(500);
        CountDownLatch answer = new CountDownLatch(1);
        Fault trial = (connection, request) -> {
            try {
                answer.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Fault.NO_FAULT.happen(connection, request);
        };
        try (MisbehavingServer server = new MisbehavingServer(bad, bad, trial)) {
            FaasBackend backend =
                    backend(server, "faas-runtime.faas.breaker-volume", "2", "faas-runtime.faas.breaker-delay-ms", "1");
            for (int call = 0; call < 2; call++) {
                assertThrows(ServiceUnavailableException.class, () -> Calls.run(backend, Calls.python("x", PLENTY)));
            }
            eventually(
                    () -> backend.health(Language.PYTHON).data().get("circuit").equals("half-open"));
            assertTrue(backend.health(Language.PYTHON).up(), "somebody has to try");
            CompletableFuture<ExecutionResult> first =
                    backend.execute(Calls.python("x", PLENTY)).toCompletableFuture();
            server.awaitRuns(3);
            for (int call = 0; call < 3; call++) {
                ServiceUnavailableException second = assertThrows(
                        ServiceUnavailableException.class, () -> Calls.run(backend, Calls.python("x", PLENTY)));
                assertTrue(second.retryable());
                assertTrue(second.retryAfter().isPresent());
                assertEquals(0, second.attempts());
            }
            assertEquals(3, server.runs().size(), "only the trial was sent");
            answer.countDown();
            assertTrue(first.get(10, TimeUnit.SECONDS).isSuccess());
            assertTrue(Calls.run(backend, Calls.python("x", PLENTY)).isSuccess(), "closed");
        }
    }

    @Test
    void anOpenCircuitAsksNobodyAndSaysSo() throws Exception {
        try (MisbehavingServer server = new MisbehavingServer(Fault.status(500))) {
            FaasBackend backend = backend(
                    server, "faas-runtime.faas.breaker-volume", "3", "faas-runtime.faas.breaker-delay-ms", "600000");
            for (int call = 0; call < 3; call++) {
                assertThrows(ServiceUnavailableException.class, () -> Calls.run(backend, Calls.python("x", PLENTY)));
            }
            ServiceUnavailableException open = assertThrows(
                    ServiceUnavailableException.class, () -> Calls.run(backend, Calls.python("x", PLENTY)));
            assertEquals(3, server.runs().size());
            assertTrue(open.retryable());
            assertEquals(0, open.attempts());
            assertTrue(open.retryAfter().orElseThrow().compareTo(Duration.ofMinutes(9)) > 0);
            HealthStatus health = backend.health(Language.PYTHON);
            assertFalse(health.up());
            assertEquals("open", health.data().get("circuit"));
            assertTrue(health.reason().contains("circuit"), health.reason());
            assertEquals(1L, backend.metrics(Language.PYTHON).get("http_circuit_open"));
            // Another language has a circuit of its own, though the service is the same.
            assertEquals("closed", backend.health(Language.JAVASCRIPT).data().get("circuit"));
        }
    }

    @Test
    void refusedRequestsBusyServersAndEndlessCodeOpenNothing() throws Exception {
        try (MisbehavingServer server =
                new MisbehavingServer(Fault.status(400), Fault.status(400), Fault.status(429), Fault.NO_ANSWER)) {
            FaasBackend backend =
                    backend(server, "faas-runtime.faas.breaker-volume", "2", "faas-runtime.faas.attempts", "1");
            for (int call = 0; call < 3; call++) {
                assertThrows(RuntimeException.class, () -> Calls.run(backend, Calls.python("x", PLENTY)));
            }
            assertThrows(
                    DeadlineExceededException.class,
                    () -> Calls.run(backend, Calls.python("x", Duration.ofMillis(100))));
            assertEquals("closed", backend.health(Language.PYTHON).data().get("circuit"));
        }
    }

    @Test
    void healthFollowsTheProbes() throws Exception {
        try (MisbehavingServer server = new MisbehavingServer(Fault.NO_FAULT)) {
            FaasBackend backend = backend(server, "faas-runtime.faas.probe-interval-ms", "50");
            backend.warmUp(Language.PYTHON);
            HealthStatus up = backend.health(Language.PYTHON);
            assertTrue(up.up());
            assertEquals(server.address().toString(), up.data().get("urls"));
            server.health(Fault.status(500));
            eventually(() -> !backend.health(Language.PYTHON).up());
            assertTrue(backend.health(Language.PYTHON).reason().contains("500"));
            server.health(Fault.HEALTHY);
            eventually(() -> backend.health(Language.PYTHON).up());
        }
    }

    @Test
    void aServerOfOursIsHealthyForTheLanguagesThatItCanRun() throws Exception {
        Fault half = (connection, request) -> connection.answerJson(
                "503 Service Unavailable",
                "{\"server\":\"faas-runtime\",\"languages\":[\"python\",\"js\"],\"down\":{\"js\":\"no worker\"}}");
        try (MisbehavingServer server = new MisbehavingServer(Fault.NO_FAULT).health(half)) {
            FaasBackend backend = backend(server);
            eventually(() -> !backend.health(Language.JAVASCRIPT).up());
            assertEquals(
                    ExecutionStatus.SUCCESS,
                    Calls.run(backend, Calls.python("x", PLENTY)).status());
            assertTrue(backend.health(Language.PYTHON).up());
        }
    }

    @Test
    void aFullPoolTurnsCallsAwayAtOnceAndKeepsTheDeadlineOfThoseThatWait() throws Exception {
        try (MisbehavingServer server = new MisbehavingServer(Fault.NO_ANSWER)) {
            FaasBackend backend = backend(server, "faas-runtime.faas.pool-size", "1");
            CompletableFuture<?> running =
                    backend.execute(Calls.python("x", PLENTY)).toCompletableFuture();
            server.awaitRuns(1);
            Deadline began = Deadline.after(PLENTY);
            CompletableFuture<?> waiting =
                    backend.execute(Calls.python("x", Duration.ofMillis(100))).toCompletableFuture();
            ServiceBusyException full =
                    assertThrows(ServiceBusyException.class, () -> Calls.run(backend, Calls.python("x", PLENTY)));
            assertTrue(full.retryable());
            assertTrue(full.retryAfter().isPresent());
            assertThrows(Exception.class, waiting::join);
            assertTrue(began.elapsed().compareTo(Duration.ofSeconds(5)) < 0, "the other call takes 10 s");
            assertFalse(running.isDone());
            running.cancel(true);
            assertEquals(1, server.runs().size());
        }
    }
}
