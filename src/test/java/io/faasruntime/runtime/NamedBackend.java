package io.faasruntime.runtime;

import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.HealthStatus;
import io.faasruntime.api.Language;
import io.faasruntime.api.Validation;
import io.faasruntime.spi.Execution;
import io.faasruntime.spi.ExecutionBackend;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A backend that is asked for its properties only.
 *
 * @param brings languages it adds
 * @param runs languages it serves
 * @param parses languages it validates
 */
record NamedBackend(String name, int priority, List<Language> brings, Set<Language> runs, Set<Language> parses)
        implements ExecutionBackend {

    static NamedBackend serving(String name, int priority, Language... languages) {
        return new NamedBackend(name, priority, List.of(), Set.of(languages), Set.of());
    }

    static NamedBackend bringing(String name, Language... languages) {
        return new NamedBackend(name, 0, List.of(languages), Set.of(languages), Set.of());
    }

    NamedBackend withParserFor(Language language) {
        return new NamedBackend(name, priority, brings, runs, Set.of(language));
    }

    @Override
    public Collection<Language> languages() {
        return brings;
    }

    @Override
    public boolean serves(Language language) {
        return runs.contains(language);
    }

    @Override
    public CompletionStage<ExecutionResult> execute(Execution execution) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("execute"));
    }

    @Override
    public boolean validates(Language language) {
        return parses.contains(language);
    }

    @Override
    public CompletionStage<Validation> validate(Language language, String code, Set<String> requiredFunctions) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("validate"));
    }

    @Override
    public HealthStatus health(Language language) {
        return HealthStatus.up(name, Map.of());
    }

    @Override
    public Map<String, Long> metrics(Language language) {
        return Map.of();
    }
}
