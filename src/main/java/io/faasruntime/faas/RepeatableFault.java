package io.faasruntime.faas;

import io.faasruntime.api.FaasRuntimeException;

/** The service is to blame, and asking again may help, does no harm, and fits into the deadline. */
final class RepeatableFault extends ServiceFault {

    private static final long serialVersionUID = 1L;

    RepeatableFault(FaasRuntimeException failure) {
        super(failure);
    }
}
