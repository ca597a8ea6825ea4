package io.faasruntime.access.place;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as they stand in settings, in {@code Host} and in what the server says of a connection. */
public final class NetworkAddress {

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("\\[?[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%[A-Za-z0-9]+)?]?");

    private NetworkAddress() {}

    /** The address that {@code text} is; empty if it is a name. Asks no name server. */
    static Optional<InetAddress> literal(String text) {
        String bare = text.replaceAll("^\\[|]$", "").replaceAll("%.*$", "");
        if (!IPV4.matcher(bare).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(bare));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    public static boolean isLoopback(String address) {
        return literal(address).map(InetAddress::isLoopbackAddress).orElse(false);
    }

    /** Whether a server that binds to {@code host} can be reached from this machine only. Asks name servers. */
    public static boolean bindsToLoopback(String host) {
        if (host.equals("*")) {
            return false;
        }
        try {
            return Arrays.stream(InetAddress.getAllByName(host.replaceAll("^\\[|]$", "")))
                    .allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
