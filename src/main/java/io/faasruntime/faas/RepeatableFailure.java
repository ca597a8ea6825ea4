package io.faasruntime.faas;

import io.faasruntime.api.FaasRuntimeException;

/** Another attempt is allowed, may help, does no harm, and fits into the deadline. */
final class RepeatableFailure extends AttemptFailure {

    private static final long serialVersionUID = 1L;

    RepeatableFailure(FaasRuntimeException failure) {
        super(failure);
    }
}
