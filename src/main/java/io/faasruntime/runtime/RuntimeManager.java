package io.faasruntime.runtime;

import io.faasruntime.api.HealthStatus;
import io.faasruntime.api.Language;
import io.faasruntime.api.Runtime;
import io.faasruntime.api.UnknownLanguageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where applications get runtimes: {@code @Inject RuntimeManager manager}, then
 * {@code manager.getRuntime("python").runCode("return_val(1 + 1)")}. Safe for threads.
 */
@ApplicationScoped
public class RuntimeManager {

    private final RuntimeFactory factory;

    /** For the proxies that CDI makes of this bean. */
    @SuppressWarnings("NullAway")
    protected RuntimeManager() {
        factory = null;
    }

    @Inject
    public RuntimeManager(RuntimeFactory factory) {
        this.factory = factory;
    }

    /** Creates every runtime when the application starts: a wrong setting shows at once, and the workers get warm. */
    void start(@Observes Startup event) {
        for (Language language : factory.getSupportedLanguages()) {
            factory.runtime(language).warmUp();
        }
    }

    /**
     * The runtime for the language with this name or alias, in any case.
     *
     * @throws UnknownLanguageException if there is none; lists the known ones
     */
    public Runtime getRuntime(String language) {
        return getRuntime(factory.languageNamed(language));
    }

    /** The runtime for {@code language}: one instance however many threads ask, until {@link #clearCache()}. */
    public Runtime getRuntime(Language language) {
        return factory.createRuntime(language);
    }

    /**
     * The runtime over the backend of this name, whichever backend the language is configured to use: {@code embedded} runs
     * code in this server also where it is a gateway to others. Its runs count with all others of the language.
     *
     * @throws UnknownLanguageException if that backend does not serve a language of this name; lists those that it serves
     */
    public Runtime getRuntimeOn(String backend, String language) {
        List<Language> served = getSupportedLanguagesOn(backend);
        return served.stream()
                .filter(candidate -> candidate.isNamed(language))
                .findFirst()
                .flatMap(named -> factory.runtimeOn(backend, named))
                .orElseThrow(() -> new UnknownLanguageException(language, served));
    }

    /** The languages that the backend of this name serves; none when there is no such backend. */
    public List<Language> getSupportedLanguagesOn(String backend) {
        return factory.getSupportedLanguages().stream()
                .filter(language -> factory.runtimeOn(backend, language).isPresent())
                .toList();
    }

    /** Every language there is, the built-in ones first. */
    public List<Language> getSupportedLanguages() {
        return factory.getSupportedLanguages();
    }

    /** Forgets every cached runtime; the next calls create new ones. Counters start anew, runs under way are finished. */
    public void clearCache() {
        factory.clear();
    }

    /** The health of each language. */
    public Map<Language, HealthStatus> getHealthStatus() {
        Map<Language, HealthStatus> health = new LinkedHashMap<>();
        for (Language language : getSupportedLanguages()) {
            health.put(language, getRuntime(language).healthStatus());
        }
        return health;
    }

    /** The counters of each language. */
    public Map<Language, Map<String, Long>> getMetrics() {
        Map<Language, Map<String, Long>> metrics = new LinkedHashMap<>();
        for (Language language : getSupportedLanguages()) {
            metrics.put(language, getRuntime(language).metrics());
        }
        return metrics;
    }

    /** Whether every language is, or has been, ready for runs. */
    public boolean isWarm() {
        return getSupportedLanguages().stream()
                .allMatch(language -> factory.runtime(language).isWarm());
    }
}
