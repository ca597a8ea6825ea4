package io.faasruntime.faas.answer;

import io.faasruntime.api.ExecutionOutput;

/** Holds a run to its output limit when the server does not. Counts UTF-8 bytes, stdout first. */
final class OutputLimit {

    private final long maxBytes;

    OutputLimit(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** {@code output} itself if it is within the limit, otherwise its beginning. */
    ExecutionOutput cut(ExecutionOutput output) {
        String stdout = head(output.stdout(), maxBytes);
        String stderr = head(output.stderr(), maxBytes - size(stdout));
        boolean whole = stdout.length() == output.stdout().length()
                && stderr.length() == output.stderr().length();
        return whole ? output : new ExecutionOutput(stdout, stderr, output.retVal());
    }

    /** The longest beginning of {@code text} that fits, whole characters only. */
    private static String head(String text, long room) {
        if (text.length() * 3L <= room) {
            return text;
        }
        long size = 0;
        int end = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            size += size(character);
            if (size > room) {
                return text.substring(0, end);
            }
            end += Character.charCount(character);
        }
        return text;
    }

    private static long size(String text) {
        return text.codePoints().mapToLong(OutputLimit::size).sum();
    }

    private static int size(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }
}
