package io.faasruntime.rest.stream;

import java.io.ByteArrayOutputStream;

/** Collects the bytes of one input, and drops what is beyond the limit. */
final class GrowingPiece {

    private final long maxBytes;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    private boolean tooLong;

    GrowingPiece(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    void add(int value) {
        if (bytes.size() < maxBytes) {
            bytes.write(value);
        } else {
            tooLong = true;
        }
    }

    boolean isTooLong() {
        return tooLong;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    BatchInputs.Piece piece() {
        return new BatchInputs.Piece(bytes.toByteArray(), tooLong);
    }
}
