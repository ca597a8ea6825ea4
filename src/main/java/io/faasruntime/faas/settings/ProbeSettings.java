package io.faasruntime.faas.settings;

import java.time.Duration;

/**
 * How the health of a service is watched.
 *
 * @param interval time between two probes of a node
 * @param timeout how long a probe waits for its answer
 */
public record ProbeSettings(Duration interval, Duration timeout) {

    public static final ProbeSettings DEFAULT = new ProbeSettings(Duration.ofSeconds(5), Duration.ofSeconds(1));
}
