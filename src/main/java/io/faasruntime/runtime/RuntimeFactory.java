package io.faasruntime.runtime;

import io.faasruntime.api.Language;
import io.faasruntime.api.Runtime;
import io.faasruntime.config.ExecutionPolicy;
import io.faasruntime.runtime.batch.BatchPlaces;
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
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.Config;

/** Creates runtimes and keeps one per language and backend. Safe for threads. */
@ApplicationScoped
public class RuntimeFactory {

    /** The runtimes of the backends that configuration chooses. */
    private final Map<Language, LanguageRuntime> chosen = new ConcurrentHashMap<>();

    private final Map<Place, LanguageRuntime> runtimes = new ConcurrentHashMap<>();
    /** By language: runs are counted together wherever they run. */
    private final Map<Language, RunCounters> counters = new ConcurrentHashMap<>();

    private final RunRequests requests;
    private final BatchPlaces batches;
    private final BackendSelection selection;
    private final LanguageRegistry languages;
    private final Consumer<ExecutionFinished> listener;
    private final Jsonb jsonb;

    /** For the proxies that CDI makes of this bean. */
    @SuppressWarnings("NullAway")
    protected RuntimeFactory() {
        requests = null;
        batches = null;
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
        this.selection = new BackendSelection(config, backends);
        this.languages = new LanguageRegistry(backends);
        this.listener = listener;
        this.jsonb = JsonbBuilder.create();
        this.requests = new RunRequests(policy, new InputEncoder(jsonb));
        this.batches = BatchPlaces.from(config);
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
        return chosen.computeIfAbsent(language, any -> runtime(any, selection.backendFor(any)));
    }

    /**
     * The runtime of {@code language} over the backend of this name, which need not be the one that the language is
     * configured to use; empty if there is no such backend, or it is not set up for the language.
     */
    Optional<LanguageRuntime> runtimeOn(String backend, Language language) {
        return selection.named(backend).filter(named -> named.serves(language)).map(named -> runtime(language, named));
    }

    private LanguageRuntime runtime(Language language, ExecutionBackend backend) {
        return runtimes.computeIfAbsent(new Place(language, backend.name()), place -> create(language, backend));
    }

    private LanguageRuntime create(Language language, ExecutionBackend backend) {
        return new LanguageRuntime(
                language,
                backend,
                selection.parserFor(language, backend),
                requests,
                batches,
                counters.computeIfAbsent(language, any -> new RunCounters()),
                listener);
    }

    /** Forgets every runtime, so that later calls create new ones. Runtimes that somebody holds keep working. */
    public void clear() {
        chosen.clear();
        runtimes.clear();
        counters.clear();
    }

    private record Place(Language language, String backend) {}

    @PreDestroy
    void close() {
        try {
            jsonb.close();
        } catch (Exception e) {
            throw new IllegalStateException("the JSON binding could not be closed", e);
        }
    }
}
