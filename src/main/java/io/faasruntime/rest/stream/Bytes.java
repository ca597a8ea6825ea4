package io.faasruntime.rest.stream;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** Bytes of a stream one by one, with a look at the next one; knows how many have been read. Not safe for threads. */
final class Bytes {

    private static final int BUFFER_BYTES = 64 * 1024;
    static final int END = -1;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    private volatile long before;

    Bytes(InputStream in) {
        this.in = in;
    }

    /** The next byte, which stays the next one; {@link #END} if there is none. Blocks. */
    int peek() throws IOException {
        if (position == limit && !fill()) {
            return END;
        }
        return buffer[position] & 0xFF;
    }

    int next() throws IOException {
        int value = peek();
        if (value != END) {
            position++;
        }
        return value;
    }

    /** How many bytes have been taken. */
    long taken() {
        return before + position;
    }

    /** About the same, for other threads. */
    long takenAbout() {
        return before;
    }

    /** What comes after the bytes that have been taken; this is not to be used any more. */
    InputStream rest() {
        return new SequenceInputStream(new ByteArrayInputStream(buffer, position, limit - position), in);
    }

    private boolean fill() throws IOException {
        int read = in.read(buffer);
        before += limit;
        position = 0;
        limit = Math.max(0, read);
        return read > 0;
    }
}
