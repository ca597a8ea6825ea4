package io.faasruntime.protocol;

import java.io.IOException;

/** The peer sent bytes that are no frame, or a frame out of turn. */
public final class ProtocolViolation extends IOException {

    private static final long serialVersionUID = 1L;

    public ProtocolViolation(String message) {
        super(message);
    }
}
