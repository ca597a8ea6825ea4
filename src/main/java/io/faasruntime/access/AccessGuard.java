package io.faasruntime.access;

import io.faasruntime.access.place.NetworkAddress;
import io.faasruntime.config.SettingsReader;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;

/** Sees to it that a server that strangers can reach knows whom to let in, before it opens its port. */
@ApplicationScoped
public class AccessGuard {

    private static final Logger LOG = Logger.getLogger("faas-runtime");

    private final Config config;

    /** For the proxies that CDI makes of this bean. */
    @SuppressWarnings("NullAway")
    protected AccessGuard() {
        config = null;
    }

    @Inject
    AccessGuard(Config config) {
        this.config = config;
    }

    void start(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) Startup event,
            Instance<AccessSettings> settings,
            Instance<Gatekeeper> gatekeeper) {
        if (!new SettingsReader(config).flag("faas-runtime.server.announce", false)) {
            // Somebody else's server: its endpoints and pages are not ours; each request is judged all the same.
            return;
        }
        try {
            requireSafe(settings.get());
            new PlatformPages(gatekeeper.get()).register();
        } catch (IllegalStateException e) {
            // Without this application the server would still show its own pages, to everybody.
            LOG.log(Level.SEVERE, "{0}. Stopping.", e.getMessage());
            // Not exit: the server's own hook waits for the start of this application, which is waiting here. No worker
            // has been started yet, so that nothing is left behind.
            Runtime.getRuntime().halt(1);
        }
    }

    private static void requireSafe(AccessSettings settings) {
        boolean safe = settings.authenticates()
                || settings.guardedElsewhere()
                || NetworkAddress.bindsToLoopback(settings.listensOn());
        if (!safe) {
            throw new IllegalStateException("HTTP_HOST=" + settings.listensOn()
                    + " lets others reach this server, and anybody who reaches it could run code: set "
                    + AccessSettings.variable(AccessSettings.KEYS)
                    + " to say who may (the README has a chapter \"Let others in\")");
        }
    }
}
