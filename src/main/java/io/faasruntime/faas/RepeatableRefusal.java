package io.faasruntime.faas;

import io.faasruntime.api.FaasRuntimeException;

/** The service is busy, and asking again later fits into the deadline. */
final class RepeatableRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    RepeatableRefusal(FaasRuntimeException failure) {
        super(failure);
    }
}
