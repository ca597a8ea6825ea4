package io.faasruntime.access;

import io.faasruntime.access.credential.Caller;
import io.faasruntime.access.credential.PresentedCredential;
import io.faasruntime.access.credential.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.stream.Collectors;

/** The identity store of the application: keys and tokens, by {@link Identities}. */
@ApplicationScoped
public class AccessStore implements IdentityStore {

    private final Identities identities;

    /** For the proxies that CDI makes of this bean. */
    @SuppressWarnings("NullAway")
    protected AccessStore() {
        identities = null;
    }

    @Inject
    AccessStore(Identities identities) {
        this.identities = identities;
    }

    @Override
    public CredentialValidationResult validate(Credential credential) {
        return credential instanceof PresentedCredential presented
                ? identities
                        .whose(presented)
                        .caller()
                        .map(AccessStore::result)
                        .orElse(CredentialValidationResult.INVALID_RESULT)
                : CredentialValidationResult.NOT_VALIDATED_RESULT;
    }

    static CredentialValidationResult result(Caller caller) {
        return new CredentialValidationResult(
                caller.name(), caller.roles().stream().map(Role::groupName).collect(Collectors.toSet()));
    }
}
