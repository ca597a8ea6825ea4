package io.faasruntime.faas.node;

import java.io.IOException;

/** A body is larger than we are willing to hold. */
final class OversizedBodyException extends IOException {

    private static final long serialVersionUID = 1L;

    OversizedBodyException(long limit) {
        super("the answer is larger than " + limit + " bytes");
    }
}
