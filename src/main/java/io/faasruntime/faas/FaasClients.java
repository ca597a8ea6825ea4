package io.faasruntime.faas;

import io.faasruntime.api.Language;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/**
 * Builds the REST clients, and says which client interface is whose.
 *
 * <p>The state of a circuit breaker belongs to the method of an interface, so each language needs an interface of its
 * own. The built-in languages have one by name; a language that is configuration only has one of the spare ones, by its
 * place among those that configuration adds.
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

    /** How many languages beyond the built-in ones can be served. */
    static final int MOST_ADDED = SPARE.size();

    private final List<Language> added;

    /** @param added languages beyond the built-in ones */
    FaasClients(List<Language> added) {
        this.added = added;
    }

    RepeatedAttempts build(FaasService service, Attempt attempt) {
        RunCode client = RestClientBuilder.newBuilder()
                .baseUri(service.settings().nodes().get(0))
                .register(new AttemptTransport(attempt))
                .register(new CarriedFailures())
                .build(clientOf(service.language()));
        return call -> ((CarriedOutcome) client.runCode(call).getEntity()).get();
    }

    private Class<? extends RunCode> clientOf(Language language) {
        Class<? extends RunCode> named = NAMED.get(language);
        return named != null ? named : SPARE.get(added.indexOf(language));
    }
}
