package io.faasruntime.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.MalformedURLException;
import java.util.Optional;
import java.util.Set;

/** Which of the server's own pages there are. */
final class PlatformPage {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> THERE = Set.of(
            "/health",
            "/health/",
            "/health/live",
            "/health/ready",
            "/health/started",
            "/metrics",
            "/metrics/",
            "/openapi",
            "/openapi/",
            "/openapi/ui",
            "/openapi/ui/");
    private static final String UI = "/openapi/ui";

    private PlatformPage() {}

    /** Why the page cannot be had, if it cannot. */
    static Optional<Refusal> refusal(HttpServletRequest request) {
        if (!isThere(request)) {
            return Optional.of(Refusal.nothingHere());
        }
        return READING.contains(request.getMethod()) ? Optional.empty() : Optional.of(Refusal.noMethod());
    }

    private static boolean isThere(HttpServletRequest request) {
        if (THERE.contains(request.getRequestURI())) {
            return true;
        }
        String path = request.getPathInfo();
        if (!UI.equals(request.getContextPath()) || path == null || path.contains("-INF")) {
            return false;
        }
        try {
            return request.getServletContext().getResource(path) != null;
        } catch (MalformedURLException e) {
            return false;
        }
    }
}
