package io.faasruntime.sandbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What one run printed, stdout and stderr apart, up to a limit for both together. Used by one thread at a time. */
final class CapturedOutput {

    private final long maxBytes;
    private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    private final Optional<LiveOutput> live;
    private boolean truncated;

    CapturedOutput(long maxBytes) {
        this(maxBytes, Optional.empty());
    }

    /** @param live hears of all that is kept */
    CapturedOutput(long maxBytes, Optional<LiveOutput> live) {
        this.maxBytes = maxBytes;
        this.live = live;
    }

    /** Keeps what fits; whether all of it did. */
    boolean addStdout(byte[] bytes) {
        int kept = add(stdout, bytes);
        live.ifPresent(listener -> listener.stdout(bytes, kept));
        return !truncated;
    }

    /** Keeps what fits; whether all of it did. */
    boolean addStderr(byte[] bytes) {
        int kept = add(stderr, bytes);
        live.ifPresent(listener -> listener.stderr(bytes, kept));
        return !truncated;
    }

    private int add(ByteArrayOutputStream stream, byte[] bytes) {
        int kept = (int) Math.min(maxBytes - stdout.size() - stderr.size(), bytes.length);
        stream.write(bytes, 0, kept);
        truncated |= bytes.length > kept;
        return kept;
    }

    boolean truncated() {
        return truncated;
    }

    void markTruncated() {
        truncated = true;
    }

    String stdout() {
        return text(stdout);
    }

    String stderr() {
        return text(stderr);
    }

    /** The bytes as text; a character that the limit cut in two is left out. */
    private String text(ByteArrayOutputStream stream) {
        byte[] bytes = stream.toByteArray();
        int length = truncated ? lengthOfWholeCharacters(bytes) : bytes.length;
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static int lengthOfWholeCharacters(byte[] bytes) {
        int start = bytes.length;
        while (start > 0 && bytes.length - start < 4) {
            start--;
            int lead = Byte.toUnsignedInt(bytes[start]);
            if (lead < 0x80) {
                return bytes.length;
            }
            if (lead >= 0xC0) {
                int wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
                return bytes.length - start < wanted ? start : bytes.length;
            }
        }
        return bytes.length;
    }
}
