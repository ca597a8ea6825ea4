package io.faasruntime.access;

import io.faasruntime.access.credential.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * How the container authenticates the callers of this application.
 *
 * <p>Tokens are checked here and not by Liberty's {@code mpJwt}: an application that has a mechanism of its own and
 * {@code @LoginConfig("MP-JWT")} is not deployed (CWWKS1931E), and where the feature is merely on, it refuses what this
 * mechanism lets in.
 */
@ApplicationScoped
public class EntranceMechanism implements HttpAuthenticationMechanism {

    private final Gatekeeper gatekeeper;

    /** For the proxies that CDI makes of this bean. */
    @SuppressWarnings("NullAway")
    protected EntranceMechanism() {
        gatekeeper = null;
    }

    @Inject
    EntranceMechanism(Gatekeeper gatekeeper) {
        this.gatekeeper = gatekeeper;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        try {
            Optional<Caller> caller = gatekeeper.admit(request, response);
            if (caller.isEmpty()) {
                return AuthenticationStatus.SEND_CONTINUE;
            }
            return caller.get().kind() == Caller.Kind.ADDRESS
                    ? context.doNothing()
                    : context.notifyContainerAboutLogin(AccessStore.result(caller.get()));
        } catch (IOException e) {
            throw new AuthenticationException(e);
        }
    }
}
