package io.faasruntime.access;

import io.faasruntime.access.credential.Caller;
import io.faasruntime.access.credential.PresentedCredential;
import io.faasruntime.access.credential.Role;
import io.faasruntime.access.credential.Verdict;
import io.faasruntime.access.place.HostNames;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges requests by their head. In this order, so that each answer tells no more than its caller may know: is the request
 * meant for this server, may the page that sends it, who sends it, may that caller go where it wants to.
 */
class Entrance {

    /** Methods that no address here takes, and that servers answer by themselves. */
    private static final Set<String> NEVER = Set.of("TRACE", "CONNECT");

    private static final String BEARER = "Bearer ";

    private final AccessSettings settings;
    private final Identities identities;

    Entrance(AccessSettings settings, Identities identities) {
        this.settings = settings;
        this.identities = identities;
    }

    /** The judgement on {@code request}; made at the first call, and the same ever after. */
    Judgement judge(HttpServletRequest request) {
        return Judgement.of(request).orElseGet(() -> firstLook(request).keptWith(request));
    }

    private Judgement firstLook(HttpServletRequest request) {
        boolean trusted = settings.trustsEverybodyAt(String.valueOf(request.getLocalAddr()));
        Caller stranger = Caller.nobody(request, trusted ? Role.ALL : Set.of());
        Optional<Refusal> misled = misled(request);
        if (misled.isPresent() || isPreflight(request)) {
            return new Judgement(stranger, misled.orElse(null));
        }
        return settings.authenticates() ? identified(request, stranger) : anonymous(request, stranger);
    }

    private Optional<Refusal> misled(HttpServletRequest request) {
        List<String> hosts = Collections.list(request.getHeaders("Host"));
        List<String> origins = Collections.list(request.getHeaders("Origin"));
        if (hosts.size() > 1 || origins.size() > 1) {
            return Optional.of(Refusal.malformed("the request has more than one Host, or more than one Origin"));
        }
        String host = hosts.isEmpty() ? "" : hosts.get(0);
        if (!isOurs(host, request)) {
            return Optional.of(Refusal.notThisServer());
        }
        if (!origins.isEmpty() && !settings.origins().accept(origins.get(0), host)) {
            return Optional.of(Refusal.foreignPage());
        }
        return NEVER.contains(request.getMethod()) ? Optional.of(Refusal.noMethod()) : Optional.empty();
    }

    /** The name in the header, and the one in an absolute address, which is the one that the server goes by. */
    private boolean isOurs(String hostHeader, HttpServletRequest request) {
        String localAddress = String.valueOf(request.getLocalAddr());
        return HostNames.name(hostHeader)
                .filter(name -> settings.hosts().accept(name, localAddress))
                .flatMap(name -> HostNames.name(bracketed(String.valueOf(request.getServerName()))))
                .filter(name -> settings.hosts().accept(name, localAddress))
                .isPresent();
    }

    private static String bracketed(String name) {
        return name.indexOf(':') >= 0 && !name.startsWith("[") ? "[" + name + "]" : name;
    }

    private boolean isPreflight(HttpServletRequest request) {
        return preflightOrigin(request).isPresent();
    }

    /** The configured origin that asks in advance whether it may send a request. */
    Optional<String> preflightOrigin(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS") && request.getHeader("Access-Control-Request-Method") != null
                ? configuredOrigin(request)
                : Optional.empty();
    }

    /** The origin of the request if it is one of those that are configured. */
    Optional<String> configuredOrigin(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Origin")).filter(settings.origins()::isConfigured);
    }

    private Judgement anonymous(HttpServletRequest request, Caller stranger) {
        boolean open = stranger.may(Role.USER) || door(request) == Door.PROBE;
        return new Judgement(stranger, open ? null : Refusal.notFromOutside());
    }

    private Judgement identified(HttpServletRequest request, Caller stranger) {
        List<String> secrets = presented(request);
        if (secrets.size() > 1) {
            return new Judgement(stranger, Refusal.wrongCredential("send one credential, not several"));
        }
        Optional<Role> needed = door(request).opensFor(settings);
        if (secrets.isEmpty()) {
            return new Judgement(stranger, needed.isPresent() ? Refusal.noCredential() : null);
        }
        Verdict verdict = identities.whose(new PresentedCredential(secrets.get(0)));
        Optional<Caller> caller = verdict.caller();
        if (caller.isEmpty()) {
            return new Judgement(stranger, Refusal.wrongCredential(verdict.fault()));
        }
        return new Judgement(
                caller.get(),
                needed.filter(role -> !caller.get().may(role))
                        .map(Refusal::lacksRole)
                        .orElse(null));
    }

    /** Credentials in headers; a scheme that is not known here counts as one that is wrong. */
    private static List<String> presented(HttpServletRequest request) {
        List<String> secrets = new ArrayList<>(Collections.list(request.getHeaders("X-Api-Key")));
        for (String authorization : Collections.list(request.getHeaders("Authorization"))) {
            boolean bearer = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
            secrets.add(bearer ? authorization.substring(BEARER.length()).strip() : "");
        }
        return secrets;
    }

    private static Door door(HttpServletRequest request) {
        String raw = request.getRequestURI();
        String context = String.valueOf(request.getContextPath());
        boolean ownPage = PlatformPages.CONTEXTS.contains(context);
        String below = raw.startsWith(context) && !ownPage ? raw.substring(context.length()) : raw;
        String pathInfo = request.getPathInfo();
        String routed = request.getServletPath() + (pathInfo == null ? "" : pathInfo);
        return Door.of(request.getMethod(), below, ownPage ? context + routed : routed);
    }
}
