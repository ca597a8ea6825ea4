package io.faasruntime.sandbox;

import io.faasruntime.api.OutputListener;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Tells a listener what a run prints, in whole characters. Used by one thread at a time. */
final class LiveOutput {

    private final Stream stdout;
    private final Stream stderr;

    LiveOutput(OutputListener listener) {
        stdout = new Stream(listener::stdout);
        stderr = new Stream(listener::stderr);
    }

    void stdout(byte[] bytes, int length) {
        stdout.tell(bytes, length);
    }

    void stderr(byte[] bytes, int length) {
        stderr.tell(bytes, length);
    }

    /** One stream; what is left of a character waits for the rest of it. */
    private static final class Stream {

        private static final int LONGEST_CHARACTER = 4;

        private final Consumer<String> listener;
        private final CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        private ByteBuffer begun = ByteBuffer.allocate(0);
        private boolean deaf;

        Stream(Consumer<String> listener) {
            this.listener = listener;
        }

        void tell(byte[] bytes, int length) {
            if (deaf || length == 0) {
                return;
            }
            ByteBuffer all = ByteBuffer.allocate(begun.remaining() + length);
            all.put(begun).put(bytes, 0, length).flip();
            CharBuffer text = CharBuffer.allocate(all.remaining() + LONGEST_CHARACTER);
            CoderResult result = decoder.decode(all, text, false);
            if (result.isOverflow()) {
                throw new IllegalStateException("more characters than bytes");
            }
            begun = all;
            text.flip();
            if (text.hasRemaining()) {
                tell(text.toString());
            }
        }

        private void tell(String text) {
            try {
                listener.accept(text);
            } catch (RuntimeException e) {
                // A listener that fails hears no more. The run is not its business.
                deaf = true;
            }
        }
    }
}
