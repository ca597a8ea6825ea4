package io.faasruntime.faas;

import io.faasruntime.api.FaasRuntimeException;

/** The circuit is open, or opens with this attempt: nobody is to be asked for a while. */
final class CircuitTrip extends AttemptFailure {

    private static final long serialVersionUID = 1L;

    CircuitTrip(FaasRuntimeException failure) {
        super(failure);
    }
}
