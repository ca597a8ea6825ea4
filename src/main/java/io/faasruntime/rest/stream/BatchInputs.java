package io.faasruntime.rest.stream;

import io.faasruntime.api.InvalidRequestException;
import io.faasruntime.api.RawJson;
import io.faasruntime.runtime.batch.UnreadableInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The inputs of a batch, as they are read from its body: texts that should be JSON, or what stands for one that is not. */
abstract class BatchInputs implements Iterable<Object> {

    private final long maxBytes;

    /** @param maxBytes of each input */
    BatchInputs(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** The next input, or null if there is none. Blocks. */
    abstract @Nullable Piece next() throws IOException;

    /** The part of the body that has been read, from 0 to 1; negative if nobody knows. */
    abstract double share();

    /**
     * The bytes of one input.
     *
     * @param tooLong whether they are only the first of it
     */
    record Piece(byte[] bytes, boolean tooLong) {}

    @Override
    public Iterator<Object> iterator() {
        return new Iterator<>() {

            private @Nullable Piece ahead;

            @Override
            public boolean hasNext() {
                try {
                    if (ahead == null) {
                        ahead = BatchInputs.this.next();
                    }
                    return ahead != null;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public Object next() {
                if (!hasNext() || ahead == null) {
                    throw new NoSuchElementException();
                }
                Piece piece = ahead;
                ahead = null;
                return input(piece);
            }
        };
    }

    private Object input(Piece piece) {
        if (piece.tooLong) {
            return unreadable("input is too large; allowed are up to " + maxBytes + " bytes of UTF-8");
        }
        try {
            return new RawJson(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(piece.bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return unreadable("input is not UTF-8; allowed is JSON in UTF-8");
        }
    }

    private static UnreadableInput unreadable(String detail) {
        return new UnreadableInput(new InvalidRequestException("input", detail));
    }
}
