package io.faasruntime.runtime;

import io.faasruntime.api.Language;
import io.faasruntime.api.Runtime;
import io.faasruntime.config.ExecutionPolicy;
import io.faasruntime.spi.ExecutionBackend;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Runtimes over backends, as the server has them, for tests of other rooms. */
public final class Runtimes {

    private final RuntimeFactory factory;

    public Runtimes(Config config, ExecutionBackend... backends) {
        factory = new RuntimeFactory(config, ExecutionPolicy.from(config), List.of(backends), finished -> {});
    }

    public Runtime of(Language language) {
        return factory.createRuntime(language);
    }
}
