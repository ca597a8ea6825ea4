package io.faasruntime.rest;

import io.faasruntime.api.HealthStatus;
import io.faasruntime.api.Language;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is running here, and where to go next, for a terminal and for a browser.
 *
 * @param base the server's address without a slash at its end, as the caller wrote it
 * @param languages the health of each language
 * @param withReasons whether the reader may know why a language is down
 */
record LandingPage(String base, Map<Language, HealthStatus> languages, boolean withReasons) {

    private static final String HTML = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>faas-runtime</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 46em; margin: 3em auto; padding: 0 1em }
            td { padding-right: 1.5em }
            pre { background: #f4f4f4; color: #111; padding: 1em; overflow: auto }
            </style>
            </head>
            <body>
            <h1>faas-runtime is running.</h1>
            <table>
            %s
            </table>
            <h2>Run something</h2>
            <pre>%s</pre>
            <h2>Look around</h2>
            <ul>
            <li><a href="/api/runtimes">languages, limits</a></li>
            <li><a href="/openapi/ui">every call, with examples</a></li>
            <li><a href="/health">readiness of each language</a></li>
            <li><a href="/metrics">counters</a></li>
            </ul>
            </body>
            </html>
            """;

    private static final String TEXT = """
            faas-runtime is running.

            %1$s
            Run something:
              %2$s

            Look around:
              %3$s/api/runtimes   languages, limits
              %3$s/openapi/ui     every call, with examples
              %3$s/health         readiness of each language
              %3$s/metrics        counters
            """;

    String text() {
        String lines = rows("  %-8s %-10s %s\n");
        return TEXT.formatted(lines, command(), base);
    }

    String html() {
        String rows = languages.entrySet().stream()
                .map(entry -> "<tr><td>%s</td><td>%s</td><td>%s</td></tr>"
                        .formatted(
                                escaped(entry.getKey().name()),
                                escaped(entry.getValue().backend()),
                                escaped(state(entry.getValue()))))
                .collect(Collectors.joining("\n"));
        return HTML.formatted(rows, escaped(command()));
    }

    private String rows(String format) {
        return languages.entrySet().stream()
                .map(entry ->
                        format.formatted(entry.getKey().name(), entry.getValue().backend(), state(entry.getValue())))
                .collect(Collectors.joining());
    }

    private String command() {
        return "curl " + base
                + "/api/runtimes/python/run -H 'Content-Type: application/json' -d '{\"code\": \"print(6 * 7)\"}'";
    }

    private String state(HealthStatus health) {
        return health.up() ? "up" : withReasons ? "down: " + health.reason() : "down";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
