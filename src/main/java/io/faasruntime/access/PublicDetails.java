package io.faasruntime.access;

import io.faasruntime.health.DetailsPolicy;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** MicroProfile Health is open to everybody, for probes: it says more only where everybody may know. */
@Dependent
public class PublicDetails implements DetailsPolicy {

    private final AccessSettings settings;

    @Inject
    PublicDetails(AccessSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean showsDetails() {
        return settings.details() == Audience.ANYBODY;
    }
}
