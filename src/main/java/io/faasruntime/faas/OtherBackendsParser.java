package io.faasruntime.faas;

import io.faasruntime.api.Diagnostic;
import io.faasruntime.api.FaasRuntimeException;
import io.faasruntime.api.Language;
import io.faasruntime.api.Validation;
import io.faasruntime.spi.ExecutionBackend;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a backend that brings the language's parser; the code stays in this server. */
final class OtherBackendsParser implements SyntaxCheck {

    private final Iterable<ExecutionBackend> backends;

    OtherBackendsParser(Iterable<ExecutionBackend> backends) {
        this.backends = backends;
    }

    @Override
    public Optional<Diagnostic> firstError(Language language, String code, Duration patience)
            throws InterruptedException {
        for (ExecutionBackend backend : backends) {
            if (!backend.name().equals(FaasBackend.NAME) && backend.validates(language)) {
                return firstError(backend, language, code, patience);
            }
        }
        return Optional.empty();
    }

    private static Optional<Diagnostic> firstError(
            ExecutionBackend backend, Language language, String code, Duration patience) throws InterruptedException {
        try {
            Validation validation = backend.validate(language, code)
                    .toCompletableFuture()
                    .get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return validation.diagnostics().stream()
                    .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
                    .findFirst();
        } catch (FaasRuntimeException | ExecutionException | TimeoutException e) {
            // A detail of a result is not worth a failed call.
            return Optional.empty();
        }
    }
}
