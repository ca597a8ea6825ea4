package io.faasruntime.faas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.api.Language;
import io.faasruntime.api.ServiceUnavailableException;
import io.faasruntime.faas.settings.FaasSettings;
import io.faasruntime.spi.Deadline;
import io.faasruntime.spi.Execution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What only a real server's REST client and Fault Tolerance do. Runs inside the server. */
@ExtendWith(ArquillianExtension.class)
public class FaultToleranceIT {

    private static final Duration PLENTY = Duration.ofSeconds(15);

    @Deployment
    public static WebArchive application() {
        return ShrinkWrap.create(WebArchive.class, "fault-tolerance.war")
                .addPackages(
                        false,
                        "io.faasruntime.api",
                        "io.faasruntime.spi",
                        "io.faasruntime.config",
                        "io.faasruntime.wire",
                        "io.faasruntime.faas",
                        "io.faasruntime.faas.answer",
                        "io.faasruntime.faas.node",
                        "io.faasruntime.faas.settings")
                .addAsResource("io/faasruntime/python/envelope/envelope.py")
                .addAsResource("io/faasruntime/javascript/envelope/envelope.js")
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    private static FaasBackend backend(FaasSettings settings) {
        return new FaasBackend(settings, new Converters(List.of()), FaasBackend::restClient);
    }

    private static FaasBackend backend(MisbehavingServer server, String... more) {
        List<String> settings =
                new ArrayList<>(List.of("COZE_LOOP_FAAS_URL", server.address().toString()));
        settings.addAll(List.of(more));
        return backend(FaasSettings.from(Calls.config(settings.toArray(String[]::new))));
    }

    @Test
    public void everyFaultEndsAsTheTableSays() throws Exception {
        for (FaultTable.Row row : FaultTable.rows().toList()) {
            row.verify(FaultToleranceIT::backend);
        }
    }

    @Test
    public void attemptsAreConfiguredPerLanguage() throws Exception {
        try (MisbehavingServer server = new MisbehavingServer(Fault.status(503))) {
            FaasBackend backend = backend(
                    server,
                    "faas-runtime.faas.languages",
                    "lua",
                    "faas-runtime.faas.js.attempts",
                    "5",
                    "faas-runtime.faas.lua.attempts",
                    "1");
            try {
                assertEquals(3, attempts(backend, Language.PYTHON));
                assertEquals(5, attempts(backend, Language.JAVASCRIPT));
                assertEquals(1, attempts(backend, Language.of("lua")));
                assertEquals(9, server.runs().size());
            } finally {
                backend.stop();
            }
        }
    }

    private static int attempts(FaasBackend backend, Language language) {
        Execution execution = Calls.execution(language, "x", null, PLENTY, false);
        return assertThrows(ServiceUnavailableException.class, () -> Calls.run(backend, execution))
                .attempts();
    }

    @Test
    public void theCircuitOpensPerLanguageAndClosesAfterAGoodTrial() throws Exception {
        Fault bad = Fault.status(500);
        try (MisbehavingServer server = new MisbehavingServer(bad, bad, Fault.NO_FAULT)) {
            FaasBackend backend = backend(
                    server, "faas-runtime.faas.breaker-volume", "2", "faas-runtime.faas.breaker-delay-ms", "1500");
            try {
                for (int call = 0; call < 2; call++) {
                    assertThrows(
                            ServiceUnavailableException.class,
                            () -> Calls.run(backend, Calls.execution(Language.JAVASCRIPT, "x", null, PLENTY, false)));
                }
                ServiceUnavailableException open = assertThrows(
                        ServiceUnavailableException.class,
                        () -> Calls.run(backend, Calls.execution(Language.JAVASCRIPT, "x", null, PLENTY, false)));
                assertEquals(2, server.runs().size(), "nobody was asked");
                assertTrue(open.retryable());
                assertTrue(open.retryAfter().isPresent());
                assertFalse(backend.health(Language.JAVASCRIPT).up());
                assertEquals(
                        ExecutionStatus.SUCCESS,
                        Calls.run(backend, Calls.python("x", PLENTY)).status(),
                        "another language has a circuit of its own");
                awaitSuccess(backend, Language.JAVASCRIPT);
                assertTrue(backend.health(Language.JAVASCRIPT).up());
            } finally {
                backend.stop();
            }
        }
    }

    private static void awaitSuccess(FaasBackend backend, Language language) throws Exception {
        Deadline patience = Deadline.after(PLENTY);
        while (true) {
            try {
                ExecutionResult result = Calls.run(backend, Calls.execution(language, "x", null, PLENTY, false));
                assertEquals(ExecutionStatus.SUCCESS, result.status());
                return;
            } catch (ServiceUnavailableException stillOpen) {
                assertFalse(patience.remaining().isZero(), "the circuit stays open");
            }
        }
    }

    @Test
    public void aCallThatIsGivenUpIsAbortedAtTheServer() throws Exception {
        try (MisbehavingServer server = new MisbehavingServer(Fault.SLOW_DRIP)) {
            FaasBackend backend = backend(server);
            try {
                CompletableFuture<ExecutionResult> call =
                        backend.execute(Calls.python("x", PLENTY)).toCompletableFuture();
                server.awaitRuns(1);
                call.cancel(true);
                assertTrue(server.awaitAbort());
            } finally {
                backend.stop();
            }
        }
    }

    @Test
    public void twoHundredCallsRunAtTheSameTime() throws Exception {
        int calls = 200;
        MeetingPoint all = new MeetingPoint(calls);
        try (MisbehavingServer server = new MisbehavingServer(all)) {
            FaasBackend backend = backend(server, "faas-runtime.faas.connect-timeout-ms", "9000");
            try {
                List<CompletableFuture<ExecutionResult>> results = new ArrayList<>();
                for (int call = 0; call < calls; call++) {
                    results.add(backend.execute(Calls.python("x", PLENTY)).toCompletableFuture());
                }
                CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
                        .get(Calls.HANGS.toMillis(), TimeUnit.MILLISECONDS);
                assertFalse(all.isBroken());
            } finally {
                backend.stop();
            }
        }
    }
}
