package io.faasruntime.sandbox;

import io.faasruntime.config.InvalidConfigurationException;
import io.faasruntime.config.SettingsReader;
import io.faasruntime.sandbox.pool.PoolSettings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Settings of the embedded FaaS.
 *
 * @param pool settings of each engine's pool
 * @param cacheDirectory where engines are unpacked to
 */
record SandboxSettings(PoolSettings pool, Path cacheDirectory) {

    private static final Duration KILL_GRACE = Duration.ofMillis(120);

    static SandboxSettings from(Config config) {
        SettingsReader settings = new SettingsReader(config);
        PoolSettings pool = new PoolSettings(
                settings.integer("faas-runtime.sandbox.workers", defaultWorkers(), 1, 1024),
                settings.integer("faas-runtime.sandbox.max-queue", 1000, 0, 1_000_000),
                settings.integer("faas-runtime.sandbox.max-runs-per-worker", 5000, 1, Integer.MAX_VALUE),
                settings.millis(
                        "faas-runtime.sandbox.start-timeout-ms",
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(10)),
                KILL_GRACE);
        return new SandboxSettings(pool, cacheDirectory(settings));
    }

    private static int defaultWorkers() {
        return Math.max(2, Runtime.getRuntime().availableProcessors());
    }

    private static Path cacheDirectory(SettingsReader settings) {
        String key = "faas-runtime.sandbox.cache-directory";
        Optional<String> chosen = settings.text(key);
        try {
            return chosen.map(Path::of).map(Path::toAbsolutePath).orElseGet(SandboxSettings::defaultCacheDirectory);
        } catch (InvalidPathException e) {
            throw new InvalidConfigurationException(key, chosen.orElse(""), "the path of a folder");
        }
    }

    /** {@code $XDG_CACHE_HOME} or {@code ~/.cache}; the temporary folder where there is no writable home. */
    private static Path defaultCacheDirectory() {
        String chosen = System.getenv("XDG_CACHE_HOME");
        Path home = Path.of(System.getProperty("user.home", "/"));
        Path cache = chosen == null || chosen.isBlank() ? home.resolve(".cache") : Path.of(chosen);
        boolean usable = cache.toFile().isDirectory()
                ? cache.toFile().canWrite()
                : home.toFile().canWrite();
        return usable
                ? cache.resolve("faas-runtime")
                : Path.of(System.getProperty("java.io.tmpdir"), "faas-runtime-" + System.getProperty("user.name"));
    }
}
