package io.faasruntime.faas.settings;

import io.faasruntime.api.SandboxConfig;
import io.faasruntime.config.InvalidConfigurationException;
import io.faasruntime.config.SettingsReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How the service of one language is called.
 *
 * <p>Every key exists twice: {@code faas-runtime.faas.<language>.<key>} for one language, {@code
 * faas-runtime.faas.<key>} for all that have none of their own.
 *
 * @param nodes base addresses, at least one
 * @param retry {@code attempts} (3), {@code delay-ms} (100), {@code jitter-ms} (50)
 * @param breaker {@code breaker-volume} (20), {@code breaker-ratio} (0.5), {@code breaker-delay-ms} (5000)
 * @param probe {@code probe-interval-ms} (5000), {@code probe-timeout-ms} (1000)
 * @param connectTimeout {@code connect-timeout-ms} (2000)
 * @param grace {@code deadline-grace-ms} (1000): what a call may last beyond the caller's time limit
 * @param idleTime {@code idle-time-ms} (15000): the longest a connection is kept for another call
 * @param responseLimit {@code max-response-bytes}, or null; see {@link #maxResponseBytes}
 * @param largestResult the largest result there may be, {@code faas-runtime.max-result-bytes}
 * @param credentials {@code token} (sent as bearer token), {@code header-name} with {@code header-value}
 * @param trustStore {@code trust-store-path}, {@code trust-store-type} (PKCS12), {@code trust-store-password}; or null
 */
public record ServiceSettings(
        List<URI> nodes,
        RetrySettings retry,
        BreakerSettings breaker,
        ProbeSettings probe,
        Duration connectTimeout,
        Duration grace,
        Duration idleTime,
        @Nullable Long responseLimit,
        long largestResult,
        Credentials credentials,
        @Nullable TrustStore trustStore) {

    public static final Duration DEFAULT_GRACE = Duration.ofSeconds(1);

    private static final String PREFIX = "faas-runtime.faas.";
    private static final Duration NONE = Duration.ZERO;
    private static final Duration ONE_MS = Duration.ofMillis(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final long MB = 1L << 20;
    private static final long LARGEST_LIMIT = 1L << 30;

    public ServiceSettings {
        nodes = List.copyOf(nodes);
    }

    /**
     * @param language the language's name in lower case, as it stands in the keys
     * @throws InvalidConfigurationException names the key, the value and what is allowed
     */
    static ServiceSettings read(SettingsReader settings, String language, List<URI> nodes, long largestResult) {
        Keys keys = new Keys(settings, language);
        return new ServiceSettings(
                nodes,
                retry(settings, keys),
                breaker(settings, keys),
                new ProbeSettings(
                        keys.millis("probe-interval-ms", ProbeSettings.DEFAULT.interval(), Duration.ofMillis(50), HOUR),
                        keys.millis("probe-timeout-ms", ProbeSettings.DEFAULT.timeout(), ONE_MS, MINUTE)),
                keys.millis("connect-timeout-ms", Duration.ofSeconds(2), ONE_MS, MINUTE),
                keys.millis("deadline-grace-ms", DEFAULT_GRACE, NONE, MINUTE),
                keys.millis("idle-time-ms", Duration.ofSeconds(15), ONE_MS, HOUR),
                settings.text(keys.of("max-response-bytes")).isPresent()
                        ? settings.number(keys.of("max-response-bytes"), MB, 1, LARGEST_LIMIT)
                        : null,
                largestResult,
                credentials(settings, keys),
                trustStore(settings, keys));
    }

    /**
     * The size at which an answer to a run under {@code limits} is cut off: as configured, otherwise the output limit
     * and 1 MB for everything around it. The result that {@code return_val} hands over is not under the output limit,
     * so the largest that is allowed has its room as well.
     */
    public long maxResponseBytes(SandboxConfig limits) {
        return responseLimit == null ? limits.maxOutputBytes() + largestResult + MB : responseLimit;
    }

    private static RetrySettings retry(SettingsReader settings, Keys keys) {
        RetrySettings standard = RetrySettings.DEFAULT;
        return new RetrySettings(
                settings.integer(keys.of("attempts"), standard.attempts(), 1, 100),
                keys.millis("delay-ms", standard.delay(), NONE, MINUTE),
                keys.millis("jitter-ms", standard.jitter(), NONE, MINUTE));
    }

    private static BreakerSettings breaker(SettingsReader settings, Keys keys) {
        BreakerSettings standard = BreakerSettings.DEFAULT;
        return new BreakerSettings(
                settings.integer(keys.of("breaker-volume"), standard.volume(), 2, 10_000),
                ratio(settings, keys.of("breaker-ratio"), standard.ratio()),
                keys.millis("breaker-delay-ms", standard.delay(), ONE_MS, HOUR));
    }

    private static double ratio(SettingsReader settings, String key, double absent) {
        Optional<String> value = settings.text(key);
        if (value.isEmpty()) {
            return absent;
        }
        try {
            double ratio = Double.parseDouble(value.get());
            if (ratio > 0 && ratio <= 1) {
                return ratio;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same message: the number is not one that is allowed.
        }
        throw new InvalidConfigurationException(key, value.get(), "a number above 0 and up to 1");
    }

    private static Credentials credentials(SettingsReader settings, Keys keys) {
        Map<String, String> headers = new LinkedHashMap<>();
        settings.text(keys.of("token"))
                .ifPresent(token -> headers.put("Authorization", "Bearer " + secret(keys.of("token"), token)));
        Optional<String> name = settings.text(keys.of("header-name"));
        Optional<String> value = settings.text(keys.of("header-value"));
        if (name.isPresent() != value.isPresent()) {
            throw new InvalidConfigurationException(
                    keys.of(name.isPresent() ? "header-value" : "header-name"), "", "a value: the two go together");
        }
        name.ifPresent(header ->
                headers.put(headerName(keys.of("header-name"), header), secret(keys.of("header-value"), value.get())));
        return headers.isEmpty() ? Credentials.NONE : new Credentials(headers);
    }

    private static String headerName(String key, String name) {
        if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")
                || name.matches("(?i)connection|content-length|expect|host|upgrade")) {
            throw new InvalidConfigurationException(key, name, "the name of a header that may be set, as X-Api-Key");
        }
        return name;
    }

    private static String secret(String key, String value) {
        if (!value.chars().allMatch(c -> c >= ' ' && c < 127)) {
            throw new InvalidConfigurationException(key, "***", "printable ASCII characters");
        }
        return value;
    }

    private static @Nullable TrustStore trustStore(SettingsReader settings, Keys keys) {
        String key = keys.of("trust-store-path");
        Optional<String> path = settings.text(key);
        if (path.isEmpty()) {
            return null;
        }
        String allowed = "a readable trust store of the type in trust-store-type, opened by trust-store-password";
        try {
            TrustStore store = new TrustStore(
                    Path.of(path.get()),
                    settings.text(keys.of("trust-store-type")).orElse("PKCS12"),
                    settings.text(keys.of("trust-store-password")).orElse(""));
            SSLContext usable = store.sslContext();
            return usable == null ? null : store;
        } catch (IOException | GeneralSecurityException | InvalidPathException e) {
            InvalidConfigurationException invalid = new InvalidConfigurationException(key, path.get(), allowed);
            invalid.initCause(e);
            throw invalid;
        }
    }

    /** The keys of one language, with those for all languages behind them. */
    private record Keys(SettingsReader settings, String language) {

        String of(String key) {
            String own = PREFIX + language + "." + key;
            return settings.text(own).isPresent() ? own : PREFIX + key;
        }

        Duration millis(String key, Duration absent, Duration min, Duration max) {
            return settings.millis(of(key), absent, min, max);
        }
    }
}
