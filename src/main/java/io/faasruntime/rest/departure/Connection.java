package io.faasruntime.rest.departure;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * One end of a TCP connection to this server.
 *
 * @param remoteAddress the client's address as a literal
 * @param remotePort the client's port
 * @param localPort the port of this server
 * @param certain whether the address is the peer's own, and not one that a proxy told of
 */
record Connection(String remoteAddress, int remotePort, int localPort, boolean certain) {

    /** With these, servers may take what a proxy says for the address of the client. */
    private static final List<String> OF_PROXIES = List.of("Forwarded", "X-Forwarded-For", "$WSRA");

    static Connection of(HttpServletRequest request) {
        return new Connection(
                String.valueOf(request.getRemoteAddr()),
                request.getRemotePort(),
                request.getLocalPort(),
                OF_PROXIES.stream().allMatch(name -> request.getHeader(name) == null));
    }
}
