package io.faasruntime.faas;

import io.faasruntime.api.Diagnostic;
import io.faasruntime.api.Language;
import java.time.Duration;
import java.util.Optional;

/**
 * Says whether code can be parsed, for services that only say that it failed. Another backend's parser does it, where
 * there is one.
 */
@FunctionalInterface
interface SyntaxCheck {

    /** Nobody can parse anything. */
    SyntaxCheck NONE = (language, code, patience) -> Optional.empty();

    /** The first syntax error; empty when there is none, or nobody can tell in time. */
    Optional<Diagnostic> firstError(Language language, String code, Duration patience) throws InterruptedException;
}
