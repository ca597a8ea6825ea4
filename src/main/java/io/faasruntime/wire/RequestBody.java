package io.faasruntime.wire;

import io.faasruntime.api.InvalidRequestException;
import java.io.IOException;
import java.io.InputStream;

/** Reads request bodies up to a limit. */
public final class RequestBody {

    private RequestBody() {}

    /**
     * Every byte of {@code body}; blocks until they are there.
     *
     * @throws InvalidRequestException if there are more than {@code maxBytes}
     */
    public static byte[] read(InputStream body, long maxBytes) throws IOException {
        byte[] bytes = body.readNBytes((int) Math.min(Integer.MAX_VALUE - 16, maxBytes + 1));
        if (bytes.length > maxBytes) {
            throw InvalidRequestException.tooLarge(
                    "body", "the body is too large; allowed are up to " + maxBytes + " bytes");
        }
        return bytes;
    }
}
