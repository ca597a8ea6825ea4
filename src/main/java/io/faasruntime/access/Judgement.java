package io.faasruntime.access;

import io.faasruntime.access.credential.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the entrance says of a request: once, kept with the request.
 *
 * @param caller who asks, as far as that is known
 * @param refusalOrNull why the request is turned away, or null
 */
public record Judgement(Caller caller, @Nullable Refusal refusalOrNull) {

    private static final String ATTRIBUTE = Judgement.class.getName();

    public static Optional<Judgement> of(HttpServletRequest request) {
        return Optional.ofNullable((Judgement) request.getAttribute(ATTRIBUTE));
    }

    /** The caller of {@code request}, as the entrance found it; without roles if it was not asked. */
    static Caller callerOf(HttpServletRequest request) {
        return of(request).map(Judgement::caller).orElseGet(() -> Caller.nobody(request, Set.of()));
    }

    Judgement keptWith(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
        return this;
    }

    Optional<Refusal> refusal() {
        return Optional.ofNullable(refusalOrNull);
    }
}
