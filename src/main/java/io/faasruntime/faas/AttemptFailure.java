package io.faasruntime.faas;

import io.faasruntime.api.FaasRuntimeException;

/**
 * One attempt failed. The class says what the annotations of the REST clients do about it: {@code @Retry} repeats after a
 * {@link RepeatableFailure}, {@code @CircuitBreaker} opens on a {@link CircuitTrip}, and a {@link FinalFailure} is just
 * that.
 *
 * <p>Carries what the caller gets if this attempt was the last.
 */
abstract sealed class AttemptFailure extends RuntimeException permits RepeatableFailure, FinalFailure, CircuitTrip {

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
