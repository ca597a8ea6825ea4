package io.faasruntime.access;

import io.faasruntime.access.credential.Role;
import java.util.Optional;
import java.util.Set;

/** The kinds of address that this server has, by who may come in. */
public enum Door {
    /** Whether the server is up, without details. Open to everybody, for probes. */
    PROBE,
    /** What runs and checks code, and what is not known: deny is the default. */
    RUN,
    /** Clears caches. */
    ADMINISTRATION,
    /** Health with reasons and the state of the workers. */
    DETAILS,
    /** Counters. */
    METRICS,
    /** The OpenAPI document and its page. */
    OPENAPI;

    private static final Set<String> PROBES =
            Set.of("/", "/faas/health", "/health", "/health/", "/health/live", "/health/ready", "/health/started");

    /**
     * The door of an address.
     *
     * @param rawPath the path below the context root exactly as it was sent; open is only what is written without any
     *     escape or parameter
     * @param path the same decoded and without parameters, as the server routes it
     */
    static Door of(String method, String rawPath, String path) {
        if (PROBES.contains(rawPath)) {
            return PROBE;
        }
        if (method.equals("DELETE")) {
            return ADMINISTRATION;
        }
        String trimmed = path.replaceAll("/+$", "");
        if (trimmed.endsWith("/metrics") || trimmed.startsWith("/metrics/")) {
            return METRICS;
        }
        if (trimmed.endsWith("/health")) {
            return DETAILS;
        }
        if (trimmed.equals("/openapi") || trimmed.startsWith("/openapi/")) {
            return OPENAPI;
        }
        return RUN;
    }

    /** The role that opens this door when callers have to say who they are; empty for everybody. */
    Optional<Role> opensFor(AccessSettings settings) {
        return switch (this) {
            case PROBE -> Optional.empty();
            case RUN -> Optional.of(Role.USER);
            case ADMINISTRATION -> Optional.of(Role.ADMIN);
            case DETAILS -> settings.details().role();
            case METRICS -> settings.metrics().role();
            case OPENAPI -> settings.openApi().role();
        };
    }
}
