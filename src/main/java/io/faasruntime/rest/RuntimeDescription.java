package io.faasruntime.rest;

import io.faasruntime.api.HealthStatus;
import io.faasruntime.api.Language;
import io.faasruntime.api.Runtime;
import io.faasruntime.api.SandboxConfig;
import java.util.List;
import java.util.Map;

/**
 * A runtime as the REST face shows it.
 *
 * @param language canonical name
 * @param aliases other names that lead to it
 * @param backend what serves it: {@code embedded}, {@code http}, or an application's own
 * @param status {@code up} or {@code down}
 * @param reason why it is down; empty when it is up, or when the caller may not see details
 * @param data further facts of the backend; empty when the caller may not see details
 * @param limits the limits of a run that brings none of its own
 */
public record RuntimeDescription(
        String language,
        List<String> aliases,
        String backend,
        String status,
        String reason,
        Map<String, String> data,
        Limits limits) {

    static RuntimeDescription of(Runtime runtime, boolean withDetails) {
        Language language = runtime.language();
        HealthStatus health = runtime.healthStatus();
        return new RuntimeDescription(
                language.name(),
                List.copyOf(language.aliases()),
                health.backend(),
                health.up() ? "up" : "down",
                withDetails ? health.reason() : "",
                withDetails ? health.data() : Map.of(),
                Limits.of(runtime.sandboxConfig()));
    }

    /**
     * Limits by their names on the wire.
     *
     * @param timeout ms
     * @param memory_mb MB
     * @param max_output_bytes bytes of UTF-8
     * @param network whether the code may open connections
     */
    public record Limits(long timeout, int memory_mb, long max_output_bytes, boolean network) {

        static Limits of(SandboxConfig config) {
            return new Limits(
                    config.timeLimit().toMillis(),
                    config.memoryLimitMb(),
                    config.maxOutputBytes(),
                    config.networkEnabled());
        }
    }
}
