package io.faasruntime.faas;

import io.faasruntime.api.FaasRuntimeException;

/**
 * No result, and the service is not to blame: the request is bad, the service is busy, or time is up. Time that is up
 * belongs here because it is most often the code's doing: one caller's endless loops must not open the circuit for all.
 */
sealed class Refusal extends AttemptFailure permits RepeatableRefusal {

    private static final long serialVersionUID = 1L;

    Refusal(FaasRuntimeException failure) {
        super(failure);
    }
}
