package io.faasruntime.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Reads settings from MicroProfile Config, each with its check. Blank values count as absent, so that a key can be
 * listed empty in {@code server.env}.
 */
public final class SettingsReader {

    private final Config config;

    public SettingsReader(Config config) {
        this.config = config;
    }

    /** The value without surrounding white space. */
    public Optional<String> text(String key) {
        return config.getOptionalValue(key, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** A whole number from {@code min} to {@code max}. */
    public long number(String key, long absent, long min, long max) {
        Optional<String> value = text(key);
        if (value.isEmpty()) {
            return absent;
        }
        String allowed = "a whole number from " + min + " to " + max;
        try {
            long number = Long.parseLong(value.get());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same message: the number is not one that is allowed.
        }
        throw new InvalidConfigurationException(key, value.get(), allowed);
    }

    public int integer(String key, int absent, int min, int max) {
        return (int) number(key, absent, min, max);
    }

    /** A time in milliseconds from {@code min} to {@code max}. */
    public Duration millis(String key, Duration absent, Duration min, Duration max) {
        return Duration.ofMillis(number(key, absent.toMillis(), min.toMillis(), max.toMillis()));
    }

    /** {@code true} or {@code false}, in any case; nothing else. */
    public boolean flag(String key, boolean absent) {
        return choice(key, Boolean.toString(absent), List.of("true", "false")).equals("true");
    }

    /** One of {@code allowed}, in any case. */
    public String choice(String key, String absent, List<String> allowed) {
        String value = text(key).orElse(absent);
        String normalized = value.toLowerCase(Locale.ROOT);
        if (!allowed.contains(normalized)) {
            throw new InvalidConfigurationException(key, value, String.join(", ", allowed));
        }
        return normalized;
    }

    /** The parts of a comma-separated value, without empty ones. */
    public List<String> list(String key) {
        return text(key)
                .map(value -> List.of(value.split(",")).stream()
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    /** {@code value} of {@code key} as an http or https address without query and fragment. */
    public static URI httpAddress(String key, String value) {
        try {
            URI address = URI.create(value);
            boolean http =
                    "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (http && address.getHost() != null && address.getQuery() == null && address.getFragment() == null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the same message.
        }
        throw new InvalidConfigurationException(
                key, value, "an http or https address with a host, for example http://localhost:8001");
    }
}
