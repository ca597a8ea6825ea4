package io.faasruntime.rest;

import io.faasruntime.api.HealthStatus;
import io.faasruntime.api.Language;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The health of every language.
 *
 * @param status {@code up} when every language is up, {@code degraded} when some are, {@code down} when none is
 * @param runtimes each language by its canonical name
 */
public record HealthReport(String status, Map<String, Entry> runtimes) {

    /**
     * One language.
     *
     * @param status {@code up} or {@code down}
     * @param backend what serves it
     * @param reason why it is down; empty when it is up
     */
    public record Entry(String status, String backend, String reason) {}

    static HealthReport of(Map<Language, HealthStatus> health) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        health.forEach((language, status) -> entries.put(
                language.name(), new Entry(status.up() ? "up" : "down", status.backend(), status.reason())));
        long up = health.values().stream().filter(HealthStatus::up).count();
        String overall = up == health.size() ? "up" : up > 0 ? "degraded" : "down";
        return new HealthReport(overall, entries);
    }
}
