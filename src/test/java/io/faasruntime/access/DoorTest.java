package io.faasruntime.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /, PROBE",
        "GET, /faas/health, PROBE",
        "GET, /health/live, PROBE",
        "GET, /api/runtimes/health, DETAILS",
        "GET, /api/runtimes/metrics, METRICS",
        "GET, /faas/metrics/, METRICS",
        "GET, /metrics, METRICS",
        "GET, /openapi/ui/index.html, OPENAPI",
        "POST, /run_code, RUN",
        "GET, /api/runtimes, RUN",
        "DELETE, /api/runtimes, ADMINISTRATION",
        "DELETE, /anything, ADMINISTRATION",
        "GET, /unknown, RUN"
    })
    void everyAddressHasADoor(String method, String path, Door door) {
        assertEquals(door, Door.of(method, path, path));
    }

    @ParameterizedTest
    @CsvSource({
        "/faas/health;x, /faas/health, DETAILS",
        "/faas/%68ealth, /faas/health, DETAILS",
        "/health/live/../../run_code, /run_code, RUN",
        "/api/runtimes/%6detrics, /api/runtimes/metrics, METRICS",
        "/openapi;/../run_code, /run_code, RUN"
    })
    void onlyWhatIsWrittenPlainlyIsOpen(String raw, String routed, Door door) {
        assertEquals(door, Door.of("GET", raw, routed));
    }
}
