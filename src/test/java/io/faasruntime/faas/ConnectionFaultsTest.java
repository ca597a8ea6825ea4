package io.faasruntime.faas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.api.Language;
import io.faasruntime.api.ServiceUnavailableException;
import io.faasruntime.spi.Execution;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections that do not come about, that go stale, that are given up, and several nodes. */
class ConnectionFaultsTest {

    private static final Duration PLENTY = Duration.ofSeconds(15);

    private final List<FaasBackend> opened = new ArrayList<>();

    @AfterEach
    void stop() {
        opened.forEach(FaasBackend::stop);
    }

    private FaasBackend backend(String urls, String... more) {
        List<String> settings = new ArrayList<>(List.of("COZE_LOOP_PYTHON_FAAS_URL", urls));
        settings.addAll(List.of(more));
        FaasBackend backend = Calls.backend(settings.toArray(String[]::new));
        opened.add(backend);
        return backend;
    }

    private static String refused() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://127.0.0.1:" + free.getLocalPort();
        }
    }

    @Test
    void aRefusedConnectionIsTriedAgainAndSaysSo() throws Exception {
        FaasBackend backend = backend(refused());
        ServiceUnavailableException failure = assertThrows(
                ServiceUnavailableException.class, () -> Calls.run(backend, Calls.python("print(1)", PLENTY)));
        assertEquals(3, failure.attempts());
        assertTrue(failure.retryable());
    }

    @Test
    void aConnectTimeOutIsTriedAgainWithinTheDeadline() throws Exception {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 4; i++) {
                Socket socket = new Socket();
                waiting.add(socket);
                try {
                    socket.connect(full.getLocalSocketAddress(), 100);
                } catch (java.net.SocketTimeoutException e) {
                    // The queue is full now.
                }
            }
            FaasBackend backend = backend("http://127.0.0.1:" + full.getLocalPort());
            Execution execution = Calls.python("print(1)", PLENTY);
            ServiceUnavailableException failure =
                    assertThrows(ServiceUnavailableException.class, () -> Calls.run(backend, execution));
            assertEquals(3, failure.attempts());
            assertTrue(failure.retryable());
            assertTrue(execution.deadline().elapsed().compareTo(Duration.ofSeconds(5)) < 0);
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void aHostThatDoesNotExistIsUnreachable() {
        FaasBackend backend = backend("http://faas.invalid:8000");
        assertThrows(ServiceUnavailableException.class, () -> Calls.run(backend, Calls.python("print(1)", PLENTY)));
    }

    @Test
    void aConnectionThatTheServerHasClosedIsNotUsedAgain() throws Exception {
        for (Fault end : List.of(Fault.CLOSED_WHEN_IDLE, Fault.RESET_AFTER_THE_ANSWER)) {
            try (MisbehavingServer server = new MisbehavingServer(end)) {
                FaasBackend backend = backend(server.address().toString());
                for (int call = 1; call <= 5; call++) {
                    ExecutionResult result = Calls.run(backend, Calls.python("print(1)", PLENTY));
                    assertEquals(ExecutionStatus.SUCCESS, result.status());
                    server.awaitClosed(call);
                }
                assertEquals(5, server.runs().size());
            }
        }
    }

    @Test
    void connectionsAreKeptForTheNextCall() throws Exception {
        try (MisbehavingServer server = new MisbehavingServer(Fault.NO_FAULT)) {
            FaasBackend backend = backend(server.address().toString(), "faas-runtime.faas.probe-interval-ms", "60000");
            for (int call = 0; call < 20; call++) {
                Calls.run(backend, Calls.python("print(1)", PLENTY));
            }
            assertTrue(server.connectionCount() <= 3, "20 calls and 2 probes over " + server.connectionCount());
        }
    }

    @Test
    void noConnectionIsUsedBeyondTheIdleTime() throws Exception {
        try (MisbehavingServer server = new MisbehavingServer(Fault.NO_FAULT)) {
            FaasBackend backend = backend(
                    server.address().toString(),
                    "faas-runtime.faas.idle-time-ms",
                    "1",
                    "faas-runtime.faas.probe-interval-ms",
                    "60000");
            for (int call = 0; call < 5; call++) {
                Calls.run(backend, Calls.python("print(1)", PLENTY));
            }
            assertTrue(server.connectionCount() >= 5, "5 calls over " + server.connectionCount());
        }
    }

    @Test
    void theRequestIsAbortedAtTheServerWhenTimeIsUp() throws Exception {
        for (Fault fault : List.of(Fault.NO_ANSWER, Fault.SLOW_HEADERS, Fault.SLOW_DRIP, Fault.ENDLESS_BODY)) {
            try (MisbehavingServer server = new MisbehavingServer(fault)) {
                FaasBackend backend = backend(server.address().toString());
                assertThrows(
                        RuntimeException.class,
                        () -> Calls.run(backend, Calls.python("print(1)", Duration.ofMillis(200))));
                assertTrue(server.awaitAbort());
            }
        }
    }

    @Test
    void theRequestIsAbortedAtTheServerWhenTheCallerCancels() throws Exception {
        for (Fault fault : List.of(Fault.NO_ANSWER, Fault.SLOW_HEADERS, Fault.SLOW_DRIP)) {
            try (MisbehavingServer server = new MisbehavingServer(fault)) {
                FaasBackend backend = backend(server.address().toString());
                CompletableFuture<ExecutionResult> call =
                        backend.execute(Calls.python("print(1)", PLENTY)).toCompletableFuture();
                server.awaitRuns(1);
                call.cancel(true);
                assertTrue(server.awaitAbort());
                assertEquals(1, server.runs().size());
            }
        }
    }

    @Test
    void oneDeadNodeOfTwoCostsNoFailedRequest() throws Exception {
        try (MisbehavingServer server = new MisbehavingServer(Fault.NO_FAULT)) {
            FaasBackend backend = backend(refused() + "," + server.address(), "faas-runtime.faas.attempts", "1");
            for (int call = 0; call < 20; call++) {
                assertEquals(
                        ExecutionStatus.SUCCESS,
                        Calls.run(backend, Calls.python("print(1)", PLENTY)).status());
            }
            assertEquals(20, server.runs().size());
            assertTrue(backend.health(Language.PYTHON).up());
        }
    }

    @Test
    void aBusyNodeHandsOverToTheOther() throws Exception {
        try (MisbehavingServer busy = new MisbehavingServer(Fault.retryAfterSeconds(429, 30));
                MisbehavingServer free = new MisbehavingServer(Fault.NO_FAULT)) {
            FaasBackend backend = backend(busy.address() + "," + free.address());
            for (int call = 0; call < 10; call++) {
                Calls.run(backend, Calls.python("print(1)", PLENTY));
            }
            assertEquals(10, free.runs().size());
        }
    }

    @Test
    void whatMayHaveBeenExecutedIsNotHandedOver() throws Exception {
        try (MisbehavingServer one = new MisbehavingServer(Fault.RESET_BEFORE_THE_ANSWER);
                MisbehavingServer other = new MisbehavingServer(Fault.RESET_BEFORE_THE_ANSWER)) {
            FaasBackend backend = backend(one.address() + "," + other.address());
            assertThrows(ServiceUnavailableException.class, () -> Calls.run(backend, Calls.python("x", PLENTY)));
            assertEquals(1, one.runs().size() + other.runs().size());
        }
    }

    @Test
    void theLoadIsSpread() throws Exception {
        try (MisbehavingServer one = new MisbehavingServer(Fault.NO_FAULT);
                MisbehavingServer other = new MisbehavingServer(Fault.NO_FAULT)) {
            FaasBackend backend = backend(one.address() + "," + other.address());
            for (int call = 0; call < 20; call++) {
                Calls.run(backend, Calls.python("print(1)", PLENTY));
            }
            assertEquals(10, one.runs().size());
            assertEquals(10, other.runs().size());
        }
    }

    @Test
    void anUnhealthyNodeIsSkipped() throws Exception {
        try (MisbehavingServer sick = new MisbehavingServer(Fault.NO_FAULT).health(Fault.status(503));
                MisbehavingServer well = new MisbehavingServer(Fault.NO_FAULT)) {
            FaasBackend backend = backend(sick.address() + "," + well.address());
            for (int call = 0; call < 10; call++) {
                Calls.run(backend, Calls.python("print(1)", PLENTY));
            }
            assertTrue(sick.runs().size() <= 1, "at most the first call, which waits for the first probe");
        }
    }

    @Test
    void twoHundredCallsRunAtTheSameTime() throws Exception {
        int calls = 200;
        MeetingPoint all = new MeetingPoint(calls);
        try (MisbehavingServer server = new MisbehavingServer(all)) {
            FaasBackend backend = backend(server.address().toString(), "faas-runtime.faas.connect-timeout-ms", "9000");
            List<CompletableFuture<ExecutionResult>> results = new ArrayList<>();
            for (int call = 0; call < calls; call++) {
                results.add(backend.execute(Calls.python("print(1)", PLENTY)).toCompletableFuture());
            }
            CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
                    .get(Calls.HANGS.toMillis(), TimeUnit.MILLISECONDS);
            assertFalse(all.isBroken());
        }
    }
}
