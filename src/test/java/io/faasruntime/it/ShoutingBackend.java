package io.faasruntime.it;

import io.faasruntime.api.ExecutionOutput;
import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.api.HealthStatus;
import io.faasruntime.api.Language;
import io.faasruntime.api.Validation;
import io.faasruntime.spi.Execution;
import io.faasruntime.spi.ExecutionBackend;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An application's own way of "running" Python: prints the code in upper case. */
@ApplicationScoped
public class ShoutingBackend implements ExecutionBackend {

    @Override
    public String name() {
        return "shouting";
    }

    @Override
    public int priority() {
        return -1;
    }

    @Override
    public List<Language> languages() {
        return List.of();
    }

    @Override
    public boolean serves(Language language) {
        return true;
    }

    @Override
    public CompletionStage<ExecutionResult> execute(Execution execution) {
        String shouted = execution.code().toUpperCase(Locale.ROOT);
        return CompletableFuture.completedFuture(new ExecutionResult(
                ExecutionStatus.SUCCESS,
                new ExecutionOutput(shouted, "", ""),
                Optional.empty(),
                0,
                false,
                Duration.ZERO,
                Duration.ZERO,
                "a loud voice"));
    }

    @Override
    public boolean validates(Language language) {
        return false;
    }

    @Override
    public CompletionStage<Validation> validate(Language language, String code, Set<String> requiredFunctions) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("no parser"));
    }

    @Override
    public HealthStatus health(Language language) {
        return HealthStatus.up(name(), Map.of());
    }

    @Override
    public Map<String, Long> metrics(Language language) {
        return Map.of("shouts", 1L);
    }
}
