package io.faasruntime.faas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.api.DeadlineExceededException;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.api.HealthStatus;
import io.faasruntime.api.Language;
import io.faasruntime.api.ServiceBusyException;
import io.faasruntime.api.ServiceUnavailableException;
import io.faasruntime.spi.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

    @Test
    void opensWhenEnoughOfTheLastAttemptsHaveFailed() {
        Circuit circuit = new Circuit(new BreakerSettings(4, 0.5, LONG));
        assertFalse(circuit.ended(true));
        assertFalse(circuit.ended(false));
        assertFalse(circuit.ended(false));
        assertFalse(circuit.ended(false), "one of four");
        assertFalse(circuit.ended(true), "the first has been forgotten");
        assertTrue(circuit.ended(true), "two of four");
        assertTrue(circuit.openFor().isPresent());
        assertFalse(circuit.ended(false), "an attempt from before says nothing");
        assertTrue(circuit.openFor().isPresent());
    }

    @Test
    void letsOneAttemptTryAfterTheDelay() throws Exception {
        Circuit circuit = new Circuit(new BreakerSettings(2, 1, Duration.ofMillis(1)));
        circuit.ended(true);
        assertTrue(circuit.ended(true));
        eventually(() -> circuit.openFor().isEmpty());
        assertTrue(circuit.ended(true), "still failing: open again");
        eventually(() -> circuit.openFor().isEmpty());
        assertFalse(circuit.ended(false), "closed");
        assertFalse(circuit.ended(true), "counting from the start");
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
