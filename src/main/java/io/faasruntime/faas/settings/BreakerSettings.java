package io.faasruntime.faas.settings;

import java.time.Duration;

/**
 * When a circuit opens.
 *
 * @param volume how many of the last attempts are looked at
 * @param ratio the share of failed ones among them that opens the circuit, above 0 and up to 1
 * @param delay how long it stays open before one attempt is let through
 */
public record BreakerSettings(int volume, double ratio, Duration delay) {

    public static final BreakerSettings DEFAULT = new BreakerSettings(20, 0.5, Duration.ofSeconds(5));
}
