package io.faasruntime.access;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.security.auth.message.config.ClientAuthConfig;
import jakarta.security.auth.message.config.ServerAuthConfig;
import jakarta.security.auth.message.config.ServerAuthContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;

/**
 * The doors of the pages that the server itself adds beside this application: no filter of ours reaches them, but the
 * server asks whoever is registered with Jakarta Authentication for their addresses. They are for reading, so that any
 * other method is refused, and an address that they do not have is answered here: the server's own page would name
 * classes.
 */
final class PlatformPages implements AuthConfigProvider {

    /** The context roots of what MicroProfile and the server itself add. */
    static final Set<String> CONTEXTS = Set.of("/health", "/metrics", "/openapi", "/openapi/ui", "/ibm/api");

    private static final String LAYER = "HttpServlet";
    private static final String HOST = "default_host ";

    private final Gatekeeper gatekeeper;

    PlatformPages(Gatekeeper gatekeeper) {
        this.gatekeeper = gatekeeper;
    }

    void register() {
        for (String context : CONTEXTS) {
            AuthConfigFactory.getFactory()
                    .registerConfigProvider(this, LAYER, HOST + context, "the doors of faas-runtime");
        }
    }

    @Override
    public ServerAuthConfig getServerAuthConfig(String layer, String appContext, CallbackHandler handler) {
        return new PageConfig(layer, appContext, new PageDoor(handler));
    }

    @Override
    public ClientAuthConfig getClientAuthConfig(String layer, String appContext, CallbackHandler handler)
            throws AuthException {
        throw new AuthException("these are doors of a server");
    }

    @Override
    public void refresh() {
        // The settings are read once.
    }

    private record PageConfig(String layer, String appContext, PageDoor door) implements ServerAuthConfig {

        @Override
        public ServerAuthContext getAuthContext(
                String id, Subject service, @SuppressWarnings("rawtypes") Map properties) {
            return door;
        }

        @Override
        public String getMessageLayer() {
            return layer;
        }

        @Override
        public String getAppContext() {
            return appContext;
        }

        @Override
        public String getAuthContextID(MessageInfo message) {
            return appContext;
        }

        @Override
        public void refresh() {
            // The settings are read once.
        }

        @Override
        public boolean isProtected() {
            return true;
        }
    }

    private final class PageDoor implements ServerAuthContext {

        private final CallbackHandler handler;

        PageDoor(CallbackHandler handler) {
            this.handler = handler;
        }

        @Override
        public AuthStatus validateRequest(MessageInfo message, Subject client, Subject service) throws AuthException {
            HttpServletRequest request = (HttpServletRequest) message.getRequestMessage();
            HttpServletResponse response = (HttpServletResponse) message.getResponseMessage();
            try {
                if (gatekeeper.admit(request, response).isEmpty()) {
                    return AuthStatus.SEND_CONTINUE;
                }
                var refusal = PlatformPage.refusal(request);
                if (refusal.isPresent()) {
                    gatekeeper.refuse(refusal.get(), Judgement.callerOf(request), request, response);
                    return AuthStatus.SEND_CONTINUE;
                }
                // Nobody in particular, as far as the page is concerned: its own role check is off.
                handler.handle(new Callback[] {new CallerPrincipalCallback(client, (Principal) null)});
                return AuthStatus.SUCCESS;
            } catch (IOException | UnsupportedCallbackException e) {
                AuthException failure = new AuthException("the page could not be guarded");
                failure.initCause(e);
                throw failure;
            }
        }

        @Override
        public AuthStatus secureResponse(MessageInfo message, Subject service) {
            return AuthStatus.SEND_SUCCESS;
        }

        @Override
        public void cleanSubject(MessageInfo message, Subject subject) {
            // Nothing was put into it.
        }
    }
}
