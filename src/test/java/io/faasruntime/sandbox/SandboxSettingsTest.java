package io.faasruntime.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.config.InvalidConfigurationException;
import io.faasruntime.config.MapConfig;
import io.faasruntime.sandbox.pool.PoolSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxSettingsTest {

    private static SandboxSettings read(Map<String, String> values) {
        return SandboxSettings.from(MapConfig.of(values));
    }

    @Test
    void hasADefaultForEverything() {
        SandboxSettings settings = read(Map.of());
        int processors = Runtime.getRuntime().availableProcessors();
        assertEquals(
                new PoolSettings(Math.max(2, processors), 1000, 5000, Duration.ofSeconds(30), Duration.ofMillis(120)),
                settings.pool());
        assertTrue(settings.cacheDirectory().isAbsolute());
    }

    @Test
    void readsEverySetting() {
        SandboxSettings settings = read(Map.of(
                "faas-runtime.sandbox.workers", "7",
                "faas-runtime.sandbox.max-queue", "0",
                "faas-runtime.sandbox.max-runs-per-worker", "1",
                "faas-runtime.sandbox.start-timeout-ms", "1500",
                "faas-runtime.sandbox.cache-directory", "/somewhere/else"));
        assertEquals(new PoolSettings(7, 0, 1, Duration.ofMillis(1500), Duration.ofMillis(120)), settings.pool());
        assertEquals(Path.of("/somewhere/else"), settings.cacheDirectory());
    }

    @Test
    void takesAFolderRelativeToWhereTheServerRuns() {
        assertEquals(
                Path.of("engines").toAbsolutePath(),
                read(Map.of("faas-runtime.sandbox.cache-directory", "engines")).cacheDirectory());
    }

    @ParameterizedTest
    @CsvSource({
        "workers, 0, 1 to 1024",
        "workers, 1025, 1 to 1024",
        "workers, two, 1 to 1024",
        "max-queue, -1, 0 to 1000000",
        "max-runs-per-worker, 0, 1 to 2147483647",
        "start-timeout-ms, 999, 1000 to 600000",
        "start-timeout-ms, 600001, 1000 to 600000"
    })
    void namesKeyValueAndWhatIsAllowed(String name, String value, String allowed) {
        String key = "faas-runtime.sandbox." + name;
        InvalidConfigurationException refused =
                assertThrows(InvalidConfigurationException.class, () -> read(Map.of(key, value)));
        for (String part : new String[] {key, value, allowed}) {
            assertTrue(refused.getMessage().contains(part), refused.getMessage());
        }
    }

    @Test
    void refusesAFolderThatCannotBeOne() {
        InvalidConfigurationException refused = assertThrows(
                InvalidConfigurationException.class,
                () -> read(Map.of("faas-runtime.sandbox.cache-directory", "a\u0000b")));
        assertTrue(refused.getMessage().contains("cache-directory"), refused.getMessage());
    }
}
