package io.faasruntime.v8worker.run;

import io.faasruntime.protocol.Frame;
import io.faasruntime.protocol.FrameType;
import io.faasruntime.v8worker.pipe.FrameWriter;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The output of one run: gathered into frames, cut off exactly at the limit. Safe for threads: the code writes, the
 * flusher flushes.
 */
public final class OutputSink {

    private static final int FRAME_BYTES = 32 * 1024;
    private static final byte[] REPLACEMENT_CHARACTER = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

    private final FrameWriter frames;
    private final CharsetEncoder encoder;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private FrameType stream = FrameType.STDOUT;
    private long remaining;
    private boolean overflowed;

    public OutputSink(FrameWriter frames, long maxBytes) {
        this.frames = frames;
        this.remaining = maxBytes;
        this.encoder = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(REPLACEMENT_CHARACTER);
    }

    /** False when the limit is reached: what fits was kept, the rest is dropped, as is everything after it. */
    synchronized boolean write(FrameType target, String text) {
        if (overflowed) {
            return false;
        }
        ByteBuffer bytes = encode(text);
        if (target != stream) {
            flush();
            stream = target;
        }
        int kept = (int) Math.min(bytes.remaining(), remaining);
        pending.write(bytes.array(), bytes.arrayOffset() + bytes.position(), kept);
        remaining -= kept;
        overflowed = kept < bytes.remaining();
        if (overflowed || pending.size() >= FRAME_BYTES) {
            flush();
        }
        return !overflowed;
    }

    public synchronized void flush() {
        if (pending.size() > 0) {
            frames.write(new Frame(stream, pending.toByteArray()));
            pending.reset();
        }
    }

    private ByteBuffer encode(String text) {
        try {
            return encoder.encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("an encoder that replaces does not fail", e);
        }
    }
}
