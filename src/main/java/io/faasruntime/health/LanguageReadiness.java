package io.faasruntime.health;

import io.faasruntime.api.HealthStatus;
import io.faasruntime.api.Language;
import io.faasruntime.runtime.RuntimeManager;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether runs would be accepted now: a check for each built-in language, and one for those that configuration or
 * extensions add, because checks are beans and those languages are not known when beans are.
 */
@Dependent
public class LanguageReadiness {

    private final RuntimeManager manager;
    private final DetailsPolicy policy;

    /** @param policy who sees details; everybody where nobody decides */
    @Inject
    public LanguageReadiness(RuntimeManager manager, Instance<DetailsPolicy> policy) {
        this(manager, policy.isResolvable() ? policy.get() : () -> true);
    }

    LanguageReadiness(RuntimeManager manager, DetailsPolicy policy) {
        this.manager = manager;
        this.policy = policy;
    }

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck python() {
        return () -> check(Language.PYTHON);
    }

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck javaScript() {
        return () -> check(Language.JAVASCRIPT);
    }

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck typeScript() {
        return () -> check(Language.TYPESCRIPT);
    }

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck others() {
        return this::checkOthers;
    }

    private HealthCheckResponse check(Language language) {
        HealthStatus status = manager.getRuntime(language).healthStatus();
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("runtime-" + language.name()).status(status.up());
        if (!policy.showsDetails()) {
            return response.build();
        }
        response.withData("language", language.name()).withData("backend", status.backend());
        status.data().forEach(response::withData);
        if (!status.up()) {
            response.withData("reason", status.reason());
        }
        return response.build();
    }

    private HealthCheckResponse checkOthers() {
        List<Language> others = manager.getSupportedLanguages().stream()
                .filter(language -> !Language.BUILT_IN.contains(language))
                .toList();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("runtime-others");
        boolean up = true;
        for (Language language : others) {
            HealthStatus status = manager.getRuntime(language).healthStatus();
            up &= status.up();
            String state = status.up() ? "up" : "down";
            response.withData(
                    language.name(), status.up() || !policy.showsDetails() ? state : state + ": " + status.reason());
        }
        return response.status(up).build();
    }
}
