package io.faasruntime.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.config.InvalidConfigurationException;
import io.faasruntime.config.MapConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxSettingsTest {

    @Test
    void hasDefaults() {
        SandboxSettings settings = SandboxSettings.from(MapConfig.of(Map.of()));
        assertEquals(Math.max(2, Runtime.getRuntime().availableProcessors()), settings.pool().workers());
        assertEquals(1000, settings.pool().maxQueue());
        assertEquals(5000, settings.pool().maxRunsPerWorker());
        assertEquals(Duration.ofSeconds(30), settings.pool().startTimeout());
        assertTrue(settings.cacheDirectory().isAbsolute());
    }

    @Test
    void readsEveryKey() {
        SandboxSettings settings = SandboxSettings.from(MapConfig.of(Map.of(
                "faas-runtime.sandbox.workers", "3",
                "faas-runtime.sandbox.max-queue", "0",
                "faas-runtime.sandbox.max-runs-per-worker", "7",
                "faas-runtime.sandbox.start-timeout-ms", "9000",
                "faas-runtime.sandbox.cache-directory", "/somewhere")));
        assertEquals(3, settings.pool().workers());
        assertEquals(0, settings.pool().maxQueue());
        assertEquals(7, settings.pool().maxRunsPerWorker());
        assertEquals(Duration.ofSeconds(9), settings.pool().startTimeout());
        assertEquals(Path.of("/somewhere"), settings.cacheDirectory());
    }

    @ParameterizedTest
    @CsvSource({"workers,0", "workers,many", "max-queue,-1", "max-runs-per-worker,0", "start-timeout-ms,999"})
    void namesTheKeyTheValueAndWhatIsAllowed(String key, String value) {
        InvalidConfigurationException wrong = assertThrows(
                InvalidConfigurationException.class,
                () -> SandboxSettings.from(MapConfig.of(Map.of("faas-runtime.sandbox." + key, value))));
        String message = wrong.getMessage();
        assertTrue(message.contains("faas-runtime.sandbox." + key + " is '" + value + "'"), message);
        assertTrue(message.contains("allowed: a whole number from"), message);
    }
}
