package io.faasruntime.faas;

import io.faasruntime.api.FaasRuntimeException;

/**
 * One attempt failed. The class says what the annotations of {@link RunCode} do about it: a {@link ServiceFault} counts
 * for the circuit breaker, a {@link Refusal} does not, and the repeatable kind of each is retried.
 *
 * <p>Carries what the caller gets if this attempt was the last.
 */
abstract sealed class AttemptFailure extends RuntimeException permits ServiceFault, Refusal {

    private static final long serialVersionUID = 1L;

    private final FaasRuntimeException failure;

    AttemptFailure(FaasRuntimeException failure) {
        // No stack trace of its own: the failure inside has one.
        super(failure.getMessage(), failure, false, false);
        this.failure = failure;
    }

    FaasRuntimeException failure() {
        return failure;
    }
}
