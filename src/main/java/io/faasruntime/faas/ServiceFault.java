package io.faasruntime.faas;

import io.faasruntime.api.FaasRuntimeException;

/** The service is to blame: counts for the circuit breaker. */
sealed class ServiceFault extends AttemptFailure permits RepeatableFault {

    private static final long serialVersionUID = 1L;

    ServiceFault(FaasRuntimeException failure) {
        super(failure);
    }
}
