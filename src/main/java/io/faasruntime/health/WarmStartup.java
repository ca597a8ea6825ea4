package io.faasruntime.health;

import io.faasruntime.runtime.RuntimeManager;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Whether the workers have been warm once. */
@Startup
@ApplicationScoped
public class WarmStartup implements HealthCheck {

    private final RuntimeManager manager;

    /** For the proxies that CDI makes of this bean. */
    @SuppressWarnings("NullAway")
    protected WarmStartup() {
        manager = null;
    }

    @Inject
    public WarmStartup(RuntimeManager manager) {
        this.manager = manager;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("runtimes-warm")
                .status(manager.isWarm())
                .build();
    }
}
