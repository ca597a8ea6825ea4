package io.faasruntime.rest.stream;

import io.faasruntime.api.InvalidRequestException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A batch in lines of JSON: the first is the request, each other one is an input. Empty lines are none. */
final class LineInputs extends BatchInputs {

    private final Bytes body;
    private final long maxBytes;
    private final long length;

    /** @param length of the body, or less than 0 */
    LineInputs(Bytes body, long maxBytes, long length) {
        super(maxBytes);
        this.body = body;
        this.maxBytes = maxBytes;
        this.length = length;
    }

    /**
     * The line with the request.
     *
     * @throws InvalidRequestException if there is none, or it is longer than {@code maxBytes}
     */
    static byte[] request(Bytes body, long maxBytes) throws IOException {
        Piece line = line(body, maxBytes);
        if (line == null) {
            throw new InvalidRequestException(
                    "body", "the body is empty; allowed is a line with the request, and a line for each input");
        }
        if (line.tooLong()) {
            throw new InvalidRequestException(
                    "body", "the line with the request is too large; allowed are up to " + maxBytes + " bytes");
        }
        return line.bytes();
    }

    @Override
    @Nullable
    Piece next() throws IOException {
        return line(body, maxBytes);
    }

    @Override
    double share() {
        return length <= 0 ? -1 : Math.min(1, (double) body.takenAbout() / length);
    }

    private static @Nullable Piece line(Bytes body, long maxBytes) throws IOException {
        while (body.peek() != Bytes.END) {
            GrowingPiece line = new GrowingPiece(maxBytes);
            boolean empty = true;
            for (int value = body.next(); value != '\n' && value != Bytes.END; value = body.next()) {
                empty &= Json.isSpace(value);
                line.add(value);
            }
            if (!empty) {
                return line.piece();
            }
        }
        return null;
    }
}
