package io.faasruntime.access.credential;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking at a credential.
 *
 * @param callerOrNull whose it is, or null
 * @param fault what is wrong with it; empty when nothing is
 */
public record Verdict(@Nullable Caller callerOrNull, String fault) {

    public static Verdict of(Caller caller) {
        return new Verdict(caller, "");
    }

    public static Verdict wrong(String fault) {
        return new Verdict(null, fault);
    }

    public Optional<Caller> caller() {
        return Optional.ofNullable(callerOrNull);
    }
}
