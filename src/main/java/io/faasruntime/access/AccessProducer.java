package io.faasruntime.access;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Makes the parts of the entrance injectable, each once. */
@Dependent
class AccessProducer {

    private final Config config;

    @Inject
    AccessProducer(Config config) {
        this.config = config;
    }

    @Produces
    @Singleton
    AccessSettings settings() {
        return AccessSettings.from(config);
    }

    @Produces
    @Singleton
    Identities identities(AccessSettings settings) {
        return new Identities(settings);
    }

    @Produces
    @Singleton
    Gatekeeper gatekeeper(AccessSettings settings, Identities identities) {
        return new Gatekeeper(new Entrance(settings, identities), settings);
    }
}
