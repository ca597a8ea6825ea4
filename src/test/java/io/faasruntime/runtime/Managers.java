package io.faasruntime.runtime;

import io.faasruntime.config.ExecutionPolicy;
import io.faasruntime.config.MapConfig;
import io.faasruntime.spi.ExecutionBackend;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** Managers without a container, for the tests of other rooms. */
public final class Managers {

    private Managers() {}

    public static RuntimeManager over(ExecutionBackend... backends) {
        Config config = MapConfig.of(Map.of());
        return new RuntimeManager(
                new RuntimeFactory(config, ExecutionPolicy.from(config), List.of(backends), event -> {}));
    }
}
