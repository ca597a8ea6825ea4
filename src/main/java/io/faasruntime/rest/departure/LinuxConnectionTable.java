package io.faasruntime.rest.departure;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The table of TCP connections that Linux shows in {@code /proc/net/tcp} and {@code tcp6} (proc_net_tcp.txt of the kernel):
 * a line for each, with addresses in hexadecimal and a state, where 01 is established.
 */
final class LinuxConnectionTable implements ConnectionTable {

    private static final String ESTABLISHED = "01";
    /** A version 4 address in the table of version 6: ::ffff:a.b.c.d. */
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff};

    private static final int VERSION_4_BYTES = 4;

    private final List<Path> tables;

    LinuxConnectionTable() {
        this(List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6")));
    }

    LinuxConnectionTable(List<Path> tables) {
        this.tables = tables;
    }

    @Override
    public Map<Connection, State> states(Collection<Connection> connections) {
        Set<String> ports = new HashSet<>();
        connections.forEach(connection -> ports.add(port(connection.localPort())));
        Map<String, State> seen = new HashMap<>();
        try {
            for (Path table : tables) {
                if (Files.isReadable(table)) {
                    read(table, ports, seen);
                }
            }
        } catch (IOException e) {
            // Half a table would call connections absent that are not.
            return Map.of();
        }
        return seen.isEmpty() ? Map.of() : states(connections, seen);
    }

    private static Map<Connection, State> states(Collection<Connection> connections, Map<String, State> seen) {
        Map<Connection, State> states = new HashMap<>();
        for (Connection connection : connections) {
            states.put(
                    connection,
                    keys(connection).stream()
                            .map(seen::get)
                            .filter(java.util.Objects::nonNull)
                            .findFirst()
                            .orElse(State.ABSENT));
        }
        return states;
    }

    /** Only lines of this server's ports are kept: a machine may have many other connections. */
    private static void read(Path table, Set<String> ports, Map<String, State> seen) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(table, StandardCharsets.US_ASCII)) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.strip().split(" +", 5);
                String port = fields[1].substring(fields[1].indexOf(':') + 1);
                if (ports.contains(port)) {
                    seen.put(port + " " + fields[2], fields[3].equals(ESTABLISHED) ? State.OPEN : State.CLOSED);
                }
            }
        }
    }

    /** How the connection is called in either table. */
    private static List<String> keys(Connection connection) {
        try {
            byte[] address =
                    InetAddress.getByName(literal(connection.remoteAddress())).getAddress();
            String port = ":" + port(connection.remotePort());
            String local = port(connection.localPort()) + " ";
            if (address.length != VERSION_4_BYTES) {
                return List.of(local + hex(address) + port);
            }
            return List.of(local + hex(address) + port, local + hex(MAPPED) + hex(address) + port);
        } catch (UnknownHostException e) {
            return List.of();
        }
    }

    /** Without the zone of a link-local address. Never a name, which would be looked up on the network. */
    private static String literal(String address) throws UnknownHostException {
        int zone = address.indexOf('%');
        String literal = zone < 0 ? address : address.substring(0, zone);
        if (!literal.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            throw new UnknownHostException("not an address");
        }
        return literal;
    }

    private static String port(int port) {
        return String.format(Locale.ROOT, "%04X", port);
    }

    /** In words of 32 bits, each as a number of this machine. */
    private static String hex(byte[] address) {
        ByteBuffer words = ByteBuffer.wrap(address).order(ByteOrder.nativeOrder());
        StringBuilder hex = new StringBuilder();
        while (words.hasRemaining()) {
            hex.append(String.format(Locale.ROOT, "%08X", words.getInt()));
        }
        return hex.toString();
    }
}
