package io.faasruntime.runtime;

import io.faasruntime.api.Language;
import io.faasruntime.api.Runtime;
import io.faasruntime.config.ExecutionPolicy;
import io.faasruntime.spi.ExecutionBackend;
import io.faasruntime.spi.ExecutionFinished;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.Config;

/** Creates runtimes and keeps one per language. Safe for threads. */
@ApplicationScoped
public class RuntimeFactory {

    private final Map<Language, LanguageRuntime> runtimes = new ConcurrentHashMap<>();
    private final ExecutionPolicy policy;
    private final BackendSelection selection;
    private final LanguageRegistry languages;
    private final Consumer<ExecutionFinished> listener;
    private final Jsonb jsonb;

    /** For the proxies that CDI makes of this bean. */
    @SuppressWarnings("NullAway")
    protected RuntimeFactory() {
        policy = null;
        selection = null;
        languages = null;
        listener = null;
        jsonb = null;
    }

    @Inject
    public RuntimeFactory(
            Config config,
            ExecutionPolicy policy,
            @Any Instance<ExecutionBackend> backends,
            Event<ExecutionFinished> finished) {
        this(config, policy, backends.stream().toList(), finished::fire);
    }

    RuntimeFactory(
            Config config,
            ExecutionPolicy policy,
            List<ExecutionBackend> backends,
            Consumer<ExecutionFinished> listener) {
        this.policy = policy;
        this.selection = new BackendSelection(config, backends);
        this.languages = new LanguageRegistry(backends);
        this.listener = listener;
        this.jsonb = JsonbBuilder.create();
    }

    /** Every language there is, the built-in ones first. */
    public List<Language> getSupportedLanguages() {
        return languages.all();
    }

    /**
     * The language with this name or alias, in any case.
     *
     * @throws io.faasruntime.api.UnknownLanguageException if there is none; lists the known ones
     */
    public Language languageNamed(String name) {
        return languages.named(name);
    }

    /**
     * The runtime of {@code language}; created by the first call, the same instance for every later one until
     * {@link #clear()}.
     *
     * @throws io.faasruntime.config.InvalidConfigurationException if no backend is set up for it
     */
    public Runtime createRuntime(Language language) {
        return runtime(language);
    }

    LanguageRuntime runtime(Language language) {
        return runtimes.computeIfAbsent(language, this::create);
    }

    private LanguageRuntime create(Language language) {
        ExecutionBackend backend = selection.backendFor(language);
        return new LanguageRuntime(
                language, backend, selection.parserFor(language, backend), policy, new InputEncoder(jsonb), listener);
    }

    /** Forgets every runtime, so that later calls create new ones. Runtimes that somebody holds keep working. */
    public void clear() {
        runtimes.clear();
    }

    @PreDestroy
    void close() {
        try {
            jsonb.close();
        } catch (Exception e) {
            throw new IllegalStateException("the JSON binding could not be closed", e);
        }
    }
}
