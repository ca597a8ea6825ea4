package io.faasruntime.faas;

import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.HealthStatus;
import io.faasruntime.api.Language;
import io.faasruntime.api.Validation;
import io.faasruntime.faas.settings.FaasSettings;
import io.faasruntime.faas.settings.ServiceSettings;
import io.faasruntime.spi.CodeConverter;
import io.faasruntime.spi.Execution;
import io.faasruntime.spi.ExecutionBackend;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/**
 * Runs code in FaaS services over HTTP: {@code http}. Serves a language for which configuration names a service.
 *
 * <p>Safe for threads. The first call for a language builds its client; every later one uses the same.
 */
@ApplicationScoped
public class FaasBackend implements ExecutionBackend {

    static final String NAME = "http";

    private static final int PRIORITY = 100;

    private final FaasSettings settings;
    private final Converters converters;
    private final BiFunction<FaasService, Attempts, FaasClient> clients;
    private final ExecutorService network;
    private final ScheduledExecutorService timer;
    private final CallThreads calls;
    private final Map<Language, LanguageClient> services = new HashMap<>();

    /** For the proxies that CDI makes of this class; they hold nothing of their own. */
    @SuppressWarnings("NullAway")
    protected FaasBackend() {
        this.settings = null;
        this.converters = null;
        this.clients = null;
        this.network = null;
        this.timer = null;
        this.calls = null;
    }

    @Inject
    FaasBackend(Config config, @Any Instance<CodeConverter> converters) {
        this(FaasSettings.from(config), new Converters(converters), FaasBackend::restClient);
    }

    /** @param clients makes the client of a service, which makes its attempts through what it is given */
    FaasBackend(FaasSettings settings, Converters converters, BiFunction<FaasService, Attempts, FaasClient> clients) {
        this.settings = settings;
        this.converters = converters;
        this.clients = clients;
        this.network = Executors.newCachedThreadPool(BackendThreads.named("faas-network"));
        this.timer = Executors.newSingleThreadScheduledExecutor(BackendThreads.named("faas-timer"));
        this.calls = new CallThreads(settings.poolSize(), BackendThreads.named("faas-call"), timer);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int priority() {
        return PRIORITY;
    }

    @Override
    public Collection<Language> languages() {
        return settings.languages();
    }

    @Override
    public boolean serves(Language language) {
        boolean known =
                Language.BUILT_IN.contains(language) || settings.languages().contains(language);
        return known && settings.service(language).isPresent();
    }

    /** Starts to watch the service, so that the first call knows what kind of server it talks to. */
    @Override
    public void warmUp(Language language) {
        client(language);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Takes the caller's context along. Cancelling the future aborts the request at the server.
     */
    @Override
    public CompletionStage<ExecutionResult> execute(Execution execution) {
        LanguageClient client = client(execution.language());
        FaasService service = client.service();
        FaasCall call = new FaasCall(execution, service.settings().grace());
        CallCounters counters = service.counters();
        counters.calls.incrementAndGet();
        counters.inFlight.incrementAndGet();
        CompletableFuture<ExecutionResult> result =
                calls.start(call, service.nodes().toString(), () -> {
                    client.rest().runCode(call);
                    return call.outcome();
                });
        result.whenComplete((value, failure) -> {
            counters.inFlight.decrementAndGet();
            (failure == null ? counters.results : counters.failures).incrementAndGet();
        });
        return result;
    }

    @Override
    public Duration grace(Language language) {
        return client(language).service().settings().grace();
    }

    @Override
    public boolean validates(Language language) {
        return false;
    }

    /** Always fails: services of the contract have no parser to offer. */
    @Override
    public CompletionStage<Validation> validate(Language language, String code, Set<String> requiredFunctions) {
        return CompletableFuture.failedFuture(
                new UnsupportedOperationException("the " + NAME + " backend does not validate"));
    }

    @Override
    public HealthStatus health(Language language) {
        return client(language).service().health();
    }

    @Override
    public Map<String, Long> metrics(Language language) {
        Map<String, Long> metrics = client(language).service().metrics();
        metrics.put("http_calls_waiting", (long) calls.waiting());
        return metrics;
    }

    private LanguageClient client(Language language) {
        synchronized (services) {
            LanguageClient known = services.get(language);
            if (known != null) {
                return known;
            }
            Optional<ServiceSettings> service = settings.service(language);
            LanguageClient client =
                    open(language, service.orElseThrow(() -> new IllegalStateException("no service runs " + language)));
            services.put(language, client);
            return client;
        }
    }

    private LanguageClient open(Language language, ServiceSettings serviceSettings) {
        FaasService service = new FaasService(language, serviceSettings, network);
        FaasClient rest = clients.apply(service, new Attempts(service, converters));
        timer.scheduleWithFixedDelay(
                service::lookAround, 0, serviceSettings.probe().interval().toNanos(), TimeUnit.NANOSECONDS);
        return new LanguageClient(service, rest);
    }

    /** The MicroProfile REST client of a service. */
    static FaasClient restClient(FaasService service, Attempts attempts) {
        return RestClientBuilder.newBuilder()
                .baseUri(service.settings().nodes().get(0))
                .register(new AttemptTransport(attempts))
                .build(FaasClient.class);
    }

    /** Ends every call that is still going on. */
    @PreDestroy
    void stop() {
        timer.shutdownNow();
        calls.close();
        synchronized (services) {
            services.values().forEach(client -> client.service().connections().close());
            services.clear();
        }
        network.shutdown();
    }

    /** The service of a language, and the way to call it. */
    private record LanguageClient(FaasService service, FaasClient rest) {}
}
