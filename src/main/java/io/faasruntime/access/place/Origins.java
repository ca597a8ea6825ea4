package io.faasruntime.access.place;

import io.faasruntime.config.InvalidConfigurationException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose web pages may call this server: its own, and those that are configured. Browsers say in {@code Origin} whose page
 * it is that calls; other clients say nothing.
 *
 * @param allowed origins in lower case
 */
public record Origins(Set<String> allowed) {

    private static final Pattern ORIGIN = Pattern.compile("https?://([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");
    private static final String METHODS = "GET, POST, DELETE";
    private static final String HEADERS =
            "Authorization, Content-Type, X-Api-Key, X-Request-ID, traceparent, tracestate";
    private static final String PREFLIGHT_SECONDS = "600";

    public static Origins of(String key, List<String> configured) {
        Set<String> allowed = new HashSet<>();
        for (String origin : configured) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new InvalidConfigurationException(
                        key, origin, "origins such as https://app.example.com, separated by commas, without a path");
            }
            allowed.add(origin.toLowerCase(Locale.ROOT));
        }
        return new Origins(Set.copyOf(allowed));
    }

    /** Whether a page of {@code origin} may call this server, which it called as {@code hostHeader}. */
    public boolean accept(String origin, String hostHeader) {
        return isConfigured(origin) || isOwn(origin, hostHeader);
    }

    public boolean isConfigured(String origin) {
        return allowed.contains(origin.toLowerCase(Locale.ROOT));
    }

    private static boolean isOwn(String origin, String hostHeader) {
        Matcher matcher = ORIGIN.matcher(origin);
        return matcher.matches() && origin.substring(origin.indexOf("//") + 2).equalsIgnoreCase(hostHeader);
    }

    /** Lets the browser show the answer to the page that asked; only a configured origin is told so. */
    public void share(String origin, HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", origin);
        response.setHeader("Access-Control-Expose-Headers", "Retry-After, WWW-Authenticate");
        response.addHeader("Vary", "Origin");
    }

    /** Answers the question that a browser asks before it sends the request itself. */
    public void answerPreflight(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Methods", METHODS);
        response.setHeader("Access-Control-Allow-Headers", HEADERS);
        response.setHeader("Access-Control-Max-Age", PREFLIGHT_SECONDS);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
