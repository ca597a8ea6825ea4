package io.faasruntime.sandbox;

import io.faasruntime.config.ExecutionPolicy;
import io.faasruntime.config.MapConfig;
import io.faasruntime.sandbox.engine.InstalledEngines;
import io.faasruntime.sandbox.pool.PoolSettings;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Makes the backend of the box with its real engines, without a server around it. */
public final class EmbeddedBackends {

    private EmbeddedBackends() {}

    /** Waits until every engine is warm. Whoever starts it stops it. */
    public static EmbeddedBackend start() {
        PoolSettings pool = new PoolSettings(2, 100, 1000, Duration.ofSeconds(30), Duration.ofMillis(120));
        EmbeddedBackend backend = new EmbeddedBackend(
                new SandboxSettings(pool, InstalledEngines.DIRECTORY),
                ExecutionPolicy.from(MapConfig.of(Map.of())),
                InstalledEngines.all());
        backend.languages().forEach(backend::warmUp);
        long hangs = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!backend.languages().stream().allMatch(backend::isWarm)) {
            if (System.nanoTime() > hangs) {
                backend.close();
                throw new IllegalStateException("the engines did not start in time");
            }
            Thread.onSpinWait();
        }
        return backend;
    }

    /** Ends it with every process it has. */
    public static void stop(EmbeddedBackend backend) {
        backend.close();
    }
}
