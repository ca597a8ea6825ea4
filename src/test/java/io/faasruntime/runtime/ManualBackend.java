package io.faasruntime.runtime;

import io.faasruntime.api.Diagnostic;
import io.faasruntime.api.ExecutionOutput;
import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.api.HealthStatus;
import io.faasruntime.api.Language;
import io.faasruntime.api.Validation;
import io.faasruntime.spi.Execution;
import io.faasruntime.spi.ExecutionBackend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A backend whose runs end when, and as, the test says. */
final class ManualBackend implements ExecutionBackend {

    final List<Execution> executions = new CopyOnWriteArrayList<>();
    final List<CompletableFuture<ExecutionResult>> runs = new CopyOnWriteArrayList<>();
    final List<String> validated = new ArrayList<>();
    final String name;
    Duration grace = Duration.ZERO;
    RuntimeException refusal;

    ManualBackend(String name) {
        this.name = name;
    }

    static ExecutionResult result(ExecutionStatus status) {
        return new ExecutionResult(
                status,
                new ExecutionOutput("", "", ""),
                Optional.empty(),
                0,
                false,
                Duration.ofMillis(3),
                Duration.ofMillis(2),
                "by hand");
    }

    @Override
    public String name() {
        return name;
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
        return language.equals(Language.PYTHON);
    }

    @Override
    public CompletionStage<ExecutionResult> execute(Execution execution) {
        if (refusal != null) {
            throw refusal;
        }
        executions.add(execution);
        CompletableFuture<ExecutionResult> run = new CompletableFuture<>();
        runs.add(run);
        return run;
    }

    @Override
    public boolean validates(Language language) {
        return true;
    }

    @Override
    public CompletionStage<Validation> validate(Language language, String code, Set<String> requiredFunctions) {
        validated.add(code + requiredFunctions);
        return CompletableFuture.completedFuture(
                new Validation(List.of(new Diagnostic("seen", 1, 1, 1, 2, Diagnostic.Severity.WARNING))));
    }

    @Override
    public Duration grace(Language language) {
        return grace;
    }

    @Override
    public HealthStatus health(Language language) {
        return HealthStatus.up(name, Map.of());
    }

    @Override
    public Map<String, Long> metrics(Language language) {
        return Map.of("own", 7L);
    }
}
