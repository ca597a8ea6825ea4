package io.faasruntime.runtime;

import io.faasruntime.api.Language;
import io.faasruntime.config.InvalidConfigurationException;
import io.faasruntime.config.SettingsReader;
import io.faasruntime.spi.ExecutionBackend;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * Decides which backend serves a language: the one that {@code faas-runtime.<language>.backend} names or, without such a
 * setting, the one with the highest priority among those that are set up for it. Immutable.
 */
final class BackendSelection {

    private final SettingsReader settings;
    private final List<ExecutionBackend> backends;

    BackendSelection(Config config, List<ExecutionBackend> backends) {
        this.settings = new SettingsReader(config);
        this.backends = backends.stream()
                .sorted(Comparator.comparingInt(ExecutionBackend::priority).reversed())
                .toList();
    }

    /**
     * The backend for {@code language}.
     *
     * @throws InvalidConfigurationException if the configuration names a backend that there is not, or that is not set
     *     up for the language, or if it names none and none is set up
     */
    ExecutionBackend backendFor(Language language) {
        String key = "faas-runtime." + language.name() + ".backend";
        Optional<String> chosen = settings.text(key);
        return backends.stream()
                .filter(backend -> chosen.map(backend.name()::equalsIgnoreCase).orElse(true))
                .filter(backend -> backend.serves(language))
                .findFirst()
                .orElseThrow(() -> new InvalidConfigurationException(key, chosen.orElse(""), allowed(language)));
    }

    /** The backend of that name, whatever languages it serves. */
    Optional<ExecutionBackend> named(String name) {
        return backends.stream()
                .filter(backend -> backend.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** A backend with a parser for {@code language}: {@code preferred} if it has one. */
    Optional<ExecutionBackend> parserFor(Language language, ExecutionBackend preferred) {
        return preferred.validates(language)
                ? Optional.of(preferred)
                : backends.stream()
                        .filter(backend -> backend.validates(language))
                        .findFirst();
    }

    private String allowed(Language language) {
        String names = backends.stream()
                .filter(backend -> backend.serves(language))
                .map(ExecutionBackend::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? "a backend that serves " + language + ", and there is none; configure the address of a FaaS service"
                : names;
    }
}
