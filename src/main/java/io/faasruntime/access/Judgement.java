package io.faasruntime.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the entrance says of a request: once, kept with the request.
 *
 * @param caller who asks, as far as that is known
 * @param refusalOrNull why the request is turned away, or null
 */
record Judgement(Caller caller, @Nullable Refusal refusalOrNull) {

    private static final String ATTRIBUTE = Judgement.class.getName();

    static Optional<Judgement> of(HttpServletRequest request) {
        return Optional.ofNullable((Judgement) request.getAttribute(ATTRIBUTE));
    }

    Judgement keptWith(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
        return this;
    }

    Optional<Refusal> refusal() {
        return Optional.ofNullable(refusalOrNull);
    }
}
