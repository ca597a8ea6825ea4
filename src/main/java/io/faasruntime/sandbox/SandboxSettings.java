package io.faasruntime.sandbox;

import io.faasruntime.config.InvalidConfigurationException;
import io.faasruntime.config.SettingsReader;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Settings of the embedded FaaS.
 *
 * @param workers child processes per engine
 * @param maxQueue runs that may wait for a worker, per engine; more are refused
 * @param maxRunsPerWorker after so many runs a worker is replaced by a new one
 * @param startTimeout how long a worker may take until it is ready
 * @param killGrace how long after its time limit a run may end by itself before its process is killed
 * @param cacheDirectory where engines are unpacked to
 */
record SandboxSettings(
        int workers,
        int maxQueue,
        int maxRunsPerWorker,
        Duration startTimeout,
        Duration killGrace,
        Path cacheDirectory) {

    static SandboxSettings from(Config config) {
        SettingsReader settings = new SettingsReader(config);
        return new SandboxSettings(
                settings.integer("faas-runtime.sandbox.workers", defaultWorkers(), 1, 1024),
                settings.integer("faas-runtime.sandbox.max-queue", 1000, 0, 1_000_000),
                settings.integer("faas-runtime.sandbox.max-runs-per-worker", 5000, 1, Integer.MAX_VALUE),
                settings.millis(
                        "faas-runtime.sandbox.start-timeout-ms",
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(10)),
                Duration.ofMillis(120),
                cacheDirectory(settings));
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
