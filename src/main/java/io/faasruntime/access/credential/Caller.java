package io.faasruntime.access.credential;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Who makes a request.
 *
 * @param kind how the caller is known
 * @param name the name of the key, the subject of the token, or the address; never a secret
 * @param roles what the caller may do
 */
public record Caller(Kind kind, String name, Set<Role> roles) {

    /** How a caller is known. */
    public enum Kind {
        /** By an API key. */
        KEY,
        /** By a JSON web token. */
        TOKEN,
        /** Not at all: by the address that the request came from. */
        ADDRESS
    }

    private static final String SPACE = "space_id";

    public Caller {
        roles = Set.copyOf(roles);
    }

    public static Caller nobody(HttpServletRequest request, Set<Role> roles) {
        return new Caller(Kind.ADDRESS, String.valueOf(request.getRemoteAddr()), roles);
    }

    public boolean may(Role role) {
        return roles.contains(role) || roles.contains(Role.ADMIN);
    }

    /**
     * The name to share workers out by. Callers that are known by a credential are told apart by it and by nothing that they
     * say themselves; the others by their address, or, if the operator trusts them to say it, by the {@code space_id} in
     * {@code ext}.
     */
    public String shareName(Map<String, String> ext, boolean bySpace) {
        String space = ext.get(SPACE);
        if (kind == Kind.ADDRESS && bySpace && space != null && !space.isBlank()) {
            return "space:" + space;
        }
        return kind.name().toLowerCase(Locale.ROOT) + ":" + name;
    }

    /** For the log. */
    @Override
    public String toString() {
        return LogText.of(kind.name().toLowerCase(Locale.ROOT) + " " + name);
    }
}
