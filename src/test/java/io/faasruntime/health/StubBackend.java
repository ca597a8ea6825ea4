package io.faasruntime.health;

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

/** Serves every built-in language and Lua, and is as healthy as the test says. */
final class StubBackend implements ExecutionBackend {

    static final Language LUA = Language.of("lua");

    HealthStatus health = HealthStatus.up("stub", Map.of("engine", "none"));
    boolean warm;

    @Override
    public String name() {
        return "stub";
    }

    @Override
    public int priority() {
        return 0;
    }

    @Override
    public Collection<Language> languages() {
        return List.of(LUA);
    }

    @Override
    public boolean serves(Language language) {
        return true;
    }

    @Override
    public CompletionStage<ExecutionResult> execute(Execution execution) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("execute"));
    }

    @Override
    public boolean validates(Language language) {
        return false;
    }

    @Override
    public CompletionStage<Validation> validate(Language language, String code, Set<String> requiredFunctions) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("validate"));
    }

    @Override
    public boolean isWarm(Language language) {
        return warm;
    }

    @Override
    public HealthStatus health(Language language) {
        return health;
    }

    @Override
    public Map<String, Long> metrics(Language language) {
        return Map.of();
    }
}
