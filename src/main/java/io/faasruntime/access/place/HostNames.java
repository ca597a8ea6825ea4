package io.faasruntime.access.place;

import io.faasruntime.config.InvalidConfigurationException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names by which this server may be called. A browser that was led here by a name of somebody else's (DNS rebinding)
 * sends that name; whoever means this server sends one of its own.
 *
 * @param names in lower case; an address of IPv6 stands in brackets
 * @param any whether every name will do
 */
public record HostNames(Set<String> names, boolean any) {

    private static final Set<String> OWN = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String NAME = "\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]{1,253}";
    private static final Pattern HOST = Pattern.compile("(" + NAME + ")(?::\\d{0,5})?");

    public static HostNames of(String key, List<String> configured) {
        Set<String> names = new LinkedHashSet<>(OWN);
        for (String name : configured) {
            boolean bareIpv6 = name.indexOf(':') != name.lastIndexOf(':') && !name.startsWith("[");
            String host = bareIpv6 ? "[" + name + "]" : name;
            if (!host.equals("*") && !host.matches(NAME)) {
                throw new InvalidConfigurationException(
                        key, name, "names or addresses without a port, separated by commas, or * for any");
            }
            names.add(host.toLowerCase(Locale.ROOT));
        }
        return new HostNames(Set.copyOf(names), names.contains("*"));
    }

    /** The name in a {@code Host} header, in lower case, without the port; empty if the header is not one. */
    public static Optional<String> name(String header) {
        Matcher matcher = HOST.matcher(header);
        return matcher.matches() ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /**
     * Whether {@code name} is one of this server's. The bare address that the request came in at is: nobody can be led
     * there by a name, and probes of a container have nothing else to say.
     */
    public boolean accept(String name, String localAddress) {
        return any
                || names.contains(name)
                || NetworkAddress.literal(name)
                        .map(address -> NetworkAddress.literal(localAddress)
                                .map(address::equals)
                                .orElse(false))
                        .orElse(false);
    }
}
