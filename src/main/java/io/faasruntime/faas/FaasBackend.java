package io.faasruntime.faas;

import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.HealthStatus;
import io.faasruntime.api.Language;
import io.faasruntime.api.Validation;
import io.faasruntime.spi.Execution;
import io.faasruntime.spi.ExecutionBackend;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
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
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

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
    private final BiFunction<FaasService, Attempt, RepeatedAttempts> clients;
    private final SyntaxDetails syntax;
    private final ExecutorService network;
    private final ScheduledExecutorService timer;
    private final CallThreads calls;
    private final Map<Language, LanguageClient> services = new HashMap<>();

    /** For the proxies that CDI makes of this class; they hold nothing of their own. */
    @SuppressWarnings("NullAway")
    protected FaasBackend() {
        this.settings = null;
        this.clients = null;
        this.syntax = null;
        this.network = null;
        this.timer = null;
        this.calls = null;
    }

    @Inject
    FaasBackend(Config config, @Any Instance<ExecutionBackend> backends) {
        this(FaasSettings.from(config), new OtherBackendsParser(backends));
    }

    private FaasBackend(FaasSettings settings, SyntaxCheck syntax) {
        this(settings, new FaasClients(settings.languages())::build, syntax);
    }

    /** @param clients makes the client of a service, which makes its attempts through the one that it is given */
    FaasBackend(FaasSettings settings, BiFunction<FaasService, Attempt, RepeatedAttempts> clients, SyntaxCheck syntax) {
        this.settings = settings;
        this.clients = clients;
        this.syntax = new SyntaxDetails(syntax);
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
                calls.start(call, service.nodes().toString(), () -> run(client, call));
        result.whenComplete((value, failure) -> {
            counters.inFlight.decrementAndGet();
            (failure == null ? counters.results : counters.failures).incrementAndGet();
        });
        return result;
    }

    private ExecutionResult run(LanguageClient client, FaasCall call) throws InterruptedException {
        try {
            return syntax.complete(call, client.attempts().run(call));
        } catch (AttemptFailure e) {
            throw e.failure();
        } catch (CircuitBreakerOpenException e) {
            FaasService service = client.service();
            Duration soon = Duration.ofMillis(RunCode.LOOK_AGAIN_MS);
            throw service.circuitOpen(call, service.circuit().openFor().orElse(soon), e);
        } catch (TimeoutException e) {
            throw new io.faasruntime.api.DeadlineExceededException(
                    "no answer within the longest time there is",
                    client.service().nodes().toString(),
                    call.elapsed(),
                    call.attempts(),
                    e);
        }
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
        RepeatedAttempts attempts = clients.apply(service, new Attempt(service, Clock.systemUTC()));
        timer.scheduleWithFixedDelay(
                service::lookAround, 0, serviceSettings.probe().interval().toNanos(), TimeUnit.NANOSECONDS);
        return new LanguageClient(service, attempts);
    }

    /** Ends every call that is still going on. */
    @PreDestroy
    void stop() {
        timer.shutdownNow();
        calls.close();
        synchronized (services) {
            services.values().forEach(client -> client.service().http().close());
            services.clear();
        }
        network.shutdown();
    }

    /** The service of a language, and the way to call it. */
    private record LanguageClient(FaasService service, RepeatedAttempts attempts) {}
}
