package io.faasruntime.api;

import org.jspecify.annotations.Nullable;

/** The service answered something that is not an answer: a redirect, HTML, nothing, broken or oversized JSON. */
public final class ProtocolException extends FaasRuntimeException {

    private static final long serialVersionUID = 1L;

    public ProtocolException(String message, ServiceCall call, @Nullable Throwable cause) {
        super(message, call, false, null, cause);
    }
}
