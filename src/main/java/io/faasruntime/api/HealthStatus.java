package io.faasruntime.api;

import java.util.Map;
import java.util.Objects;

/**
 * Whether a language can be served right now.
 *
 * @param up true when a run sent now would be accepted
 * @param backend the backend that serves the language: {@code embedded}, {@code http}, or an application's own
 * @param reason why it is down, for operators; empty when it is up
 * @param data further facts for operators, never code, data or secrets
 */
public record HealthStatus(boolean up, String backend, String reason, Map<String, String> data) {

    public HealthStatus {
        Objects.requireNonNull(backend, "backend");
        Objects.requireNonNull(reason, "reason");
        data = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(data));
    }

    public static HealthStatus up(String backend, Map<String, String> data) {
        return new HealthStatus(true, backend, "", data);
    }

    public static HealthStatus down(String backend, String reason, Map<String, String> data) {
        return new HealthStatus(false, backend, reason, data);
    }
}
