package io.faasruntime.faas;

import io.faasruntime.api.Language;
import io.faasruntime.config.InvalidConfigurationException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/**
 * Builds the REST clients, and says which client interface is whose.
 *
 * <p>The state of a circuit breaker belongs to the method of an interface, so each language needs an interface of its
 * own. The built-in languages have one by name; a language that is configuration only takes one of the spare ones, and
 * keeps it as long as the application runs.
 */
final class FaasClients {

    private static final Map<Language, Class<? extends RunCode>> NAMED = Map.of(
            Language.PYTHON, PythonFaas.class,
            Language.JAVASCRIPT, JavaScriptFaas.class,
            Language.TYPESCRIPT, TypeScriptFaas.class);

    private static final List<Class<? extends RunCode>> SPARE = List.of(
            SpareFaas1.class,
            SpareFaas2.class,
            SpareFaas3.class,
            SpareFaas4.class,
            SpareFaas5.class,
            SpareFaas6.class,
            SpareFaas7.class,
            SpareFaas8.class);

    /** Static because {@link FaultToleranceSettings}, which has to know, is made by the server and not by CDI. */
    private static final Map<Class<? extends RunCode>, Language> OWNERS = new ConcurrentHashMap<>();

    private FaasClients() {}

    /** @throws InvalidConfigurationException if there are more added languages than spare interfaces */
    static RepeatedAttempts build(FaasService service, Attempt attempt) {
        RunCode client = RestClientBuilder.newBuilder()
                .baseUri(service.settings().nodes().get(0))
                .register(new AttemptTransport(attempt))
                .register(new CarriedFailures())
                .build(take(service.language()));
        return call -> ((CarriedOutcome) client.runCode(call).getEntity()).get();
    }

    /** The language whose client the interface with this name is; the name of a key for an interface that is free. */
    static String languageKey(String interfaceName) {
        return OWNERS.entrySet().stream()
                .filter(owner -> owner.getKey().getName().equals(interfaceName))
                .map(owner -> FaasSettings.keyOf(owner.getValue()))
                .findFirst()
                .orElse("");
    }

    private static synchronized Class<? extends RunCode> take(Language language) {
        Class<? extends RunCode> named = NAMED.get(language);
        if (named != null) {
            OWNERS.put(named, language);
            return named;
        }
        for (Class<? extends RunCode> spare : SPARE) {
            if (OWNERS.putIfAbsent(spare, language) == null || language.equals(OWNERS.get(spare))) {
                return spare;
            }
        }
        throw new InvalidConfigurationException(
                "COZE_LOOP_" + FaasSettings.keyOf(language).toUpperCase(java.util.Locale.ROOT) + "_FAAS_URL",
                language.name(),
                SPARE.size() + " languages beyond the built-in ones");
    }
}
