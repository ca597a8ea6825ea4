package io.faasruntime.faas;

import io.faasruntime.api.FaasRuntimeException;

/** Another attempt is no use, not allowed, or too late. */
final class FinalFailure extends AttemptFailure {

    private static final long serialVersionUID = 1L;

    FinalFailure(FaasRuntimeException failure) {
        super(failure);
    }
}
