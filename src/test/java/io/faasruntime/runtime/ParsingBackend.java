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
 * A backend that is asked to validate only.
 *
 * @param answer what it finds in any code
 */
record ParsingBackend(CompletableFuture<Validation> answer) implements ExecutionBackend {

    @Override
    public String name() {
        return "parsing";
    }

    @Override
    public int priority() {
        return 0;
    }

    @Override
    public Collection<Language> languages() {
        return List.of();
    }

    @Override
    public boolean serves(Language language) {
        return false;
    }

    @Override
    public CompletionStage<ExecutionResult> execute(Execution execution) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("execute"));
    }

    @Override
    public boolean validates(Language language) {
        return true;
    }

    @Override
    public CompletionStage<Validation> validate(Language language, String code, Set<String> requiredFunctions) {
        return answer;
    }

    @Override
    public HealthStatus health(Language language) {
        return HealthStatus.up(name(), Map.of());
    }

    @Override
    public Map<String, Long> metrics(Language language) {
        return Map.of();
    }
}
