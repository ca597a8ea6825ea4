package io.faasruntime.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.faasruntime.api.HealthStatus;
import io.faasruntime.runtime.Managers;
import io.faasruntime.runtime.RuntimeManager;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ChecksTest {

    private final StubBackend backend = new StubBackend();
    private final RuntimeManager manager = Managers.over(backend);

    @BeforeAll
    static void install() {
        RecordedResponse.install();
    }

    @Test
    void aLanguageThatCanBeServedIsReadyWithItsBackend() {
        HealthCheckResponse response =
                new LanguageReadiness(manager, () -> true).python().call();
        assertEquals("runtime-python", response.getName());
        assertEquals(Status.UP, response.getStatus());
        assertEquals(
                Map.of("language", "python", "backend", "stub", "engine", "none"),
                response.getData().orElseThrow());
    }

    @Test
    void aLanguageThatCannotIsDownWithItsReason() {
        backend.health = HealthStatus.down("stub", "nobody there", Map.of());
        HealthCheckResponse response =
                new LanguageReadiness(manager, () -> true).typeScript().call();
        assertEquals(Status.DOWN, response.getStatus());
        assertEquals("nobody there", response.getData().orElseThrow().get("reason"));
    }

    @Test
    void languagesThatWereAddedAreOneCheck() {
        LanguageReadiness readiness = new LanguageReadiness(manager, () -> true);
        assertEquals(Map.of("lua", "up"), readiness.others().call().getData().orElseThrow());
        backend.health = HealthStatus.down("stub", "nobody there", Map.of());
        HealthCheckResponse response = readiness.others().call();
        assertEquals(Status.DOWN, response.getStatus());
        assertEquals(Map.of("lua", "down: nobody there"), response.getData().orElseThrow());
    }

    @Test
    void whoMayNotSeeDetailsSeesTheStatusAlone() {
        backend.health = HealthStatus.down("stub", "nobody there", Map.of("engine", "none"));
        LanguageReadiness readiness = new LanguageReadiness(manager, () -> false);
        HealthCheckResponse response = readiness.python().call();
        assertEquals(Status.DOWN, response.getStatus());
        assertEquals(Map.of(), response.getData().orElse(Map.of()));
        assertEquals(Map.of("lua", "down"), readiness.others().call().getData().orElseThrow());
    }

    @Test
    void theServerHasStartedOnceEveryWorkerIsWarm() {
        WarmStartup startup = new WarmStartup(manager);
        assertEquals(Status.DOWN, startup.call().getStatus());
        backend.warm = true;
        assertEquals(Status.UP, startup.call().getStatus());
    }

    @Test
    void livenessIsAboutThisJvmAlone() {
        backend.health = HealthStatus.down("stub", "nobody there", Map.of());
        assertFalse(manager.getRuntime("python").healthStatus().up());
        assertEquals(Status.UP, new JvmLiveness().call().getStatus());
    }
}
