package io.faasruntime.sandbox;

import io.faasruntime.config.ExecutionPolicy;
import io.faasruntime.config.MapConfig;
import io.faasruntime.sandbox.engine.InstalledEngines;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** The embedded backend with its real engines, for tests of other rooms. */
public final class RealSandbox implements AutoCloseable {

    private final EmbeddedBackend backend;

    /** @param settings key, value, key, value ... */
    public RealSandbox(String... settings) {
        Map<String, String> values =
                new HashMap<>(Map.of("faas-runtime.sandbox.cache-directory", InstalledEngines.DIRECTORY.toString()));
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        Config config = MapConfig.of(values);
        backend =
                new EmbeddedBackend(SandboxSettings.from(config), ExecutionPolicy.from(config), InstalledEngines.all());
    }

    public EmbeddedBackend backend() {
        return backend;
    }

    @Override
    public void close() {
        backend.close();
    }
}
