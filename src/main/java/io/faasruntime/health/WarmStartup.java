package io.faasruntime.health;

import io.faasruntime.runtime.RuntimeManager;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Whether the workers have been warm once. */
@Startup
@Dependent
public class WarmStartup implements HealthCheck {

    private final RuntimeManager manager;

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
