package io.faasruntime.faas;

import io.faasruntime.config.ExecutionPolicy;
import io.faasruntime.config.SettingsReader;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Puts our settings in the place of the numbers in the annotations of the REST clients, under the keys that MicroProfile
 * Fault Tolerance asks for: {@code io.faasruntime.faas.PythonFaas/Retry/maxRetries}. An operator may still set those
 * keys: this source is weaker than all others.
 */
public final class FaultToleranceSettings implements ConfigSource {

    private static final String PREFIX = FaultToleranceSettings.class.getPackageName() + ".";
    private static final long BACKSTOP_MS = 1_000;

    /** For {@code META-INF/services}. */
    public FaultToleranceSettings() {}

    @Override
    public String getName() {
        return "faas-runtime fault tolerance";
    }

    @Override
    public int getOrdinal() {
        return Integer.MIN_VALUE;
    }

    /** None: the values follow from other settings. */
    @Override
    public Set<String> getPropertyNames() {
        return Set.of();
    }

    @Override
    public Map<String, String> getProperties() {
        return Map.of();
    }

    @Override
    public @Nullable String getValue(String name) {
        int end = name.indexOf('/');
        if (end < 0 || !name.startsWith(PREFIX) || !name.startsWith("Faas", end - 4) && !name.contains(".SpareFaas")) {
            return null;
        }
        Config config = ConfigProvider.getConfig();
        return value(config, FaasClients.languageKey(name.substring(0, end)), name.substring(end + 1));
    }

    private static @Nullable String value(Config config, String language, String parameter) {
        SettingsReader settings = new SettingsReader(config);
        RetrySettings retry = ServiceSettings.retry(settings, language);
        BreakerSettings breaker = ServiceSettings.breaker(settings, language);
        return switch (parameter) {
            case "Retry/maxRetries" -> String.valueOf(retry.attempts() - 1);
            case "Retry/delay" -> String.valueOf(retry.delay().toMillis());
            case "Retry/jitter" -> String.valueOf(retry.jitter().toMillis());
            case "CircuitBreaker/requestVolumeThreshold" -> String.valueOf(breaker.volume());
            case "CircuitBreaker/failureRatio" -> String.valueOf(breaker.ratio());
            case "CircuitBreaker/delay" -> String.valueOf(breaker.delay().toMillis());
            case "Timeout/value" -> String.valueOf(longestCallMillis(config, settings, language));
            default -> null;
        };
    }

    /** No call lasts longer; the time-out is the net under {@link Exchange}, which ends each call at its own deadline. */
    private static long longestCallMillis(Config config, SettingsReader settings, String language) {
        return ExecutionPolicy.from(config).maxTimeLimit().toMillis()
                + ServiceSettings.grace(settings, language).toMillis()
                + BACKSTOP_MS;
    }
}
