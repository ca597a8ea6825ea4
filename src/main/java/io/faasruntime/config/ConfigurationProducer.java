package io.faasruntime.config;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Makes the shared settings injectable, read once. */
@Dependent
class ConfigurationProducer {

    private final Config config;

    @Inject
    ConfigurationProducer(Config config) {
        this.config = config;
    }

    @Produces
    @Singleton
    ExecutionPolicy executionPolicy() {
        return ExecutionPolicy.from(config);
    }
}
