package io.faasruntime.faas.answer;

/**
 * Code as it is sent, with what was put in front of it.
 *
 * @param text what is sent
 * @param insertedAfter the line of the caller's source after which lines were inserted; 0 for the very beginning
 * @param insertedLines how many
 * @param enveloped whether the inserted {@code return_val} puts results into a {@link ResultEnvelope}
 */
record PreparedCode(String text, int insertedAfter, int insertedLines, boolean enveloped) {

    static PreparedCode asIs(String code) {
        return new PreparedCode(code, 0, 0, false);
    }

    /** {@code inserted}, whole lines, put into {@code code} after its line {@code afterLine}. */
    static PreparedCode insert(String inserted, String code, int afterLine, boolean enveloped) {
        if (inserted.isEmpty()) {
            return asIs(code);
        }
        int at = 0;
        for (int line = 0; line < afterLine; line++) {
            at = code.indexOf('\n', at) + 1;
        }
        int lines = (int) inserted.chars().filter(c -> c == '\n').count();
        return new PreparedCode(code.substring(0, at) + inserted + code.substring(at), afterLine, lines, enveloped);
    }

    /** {@code line} of the text that was sent, as a line of the caller's source; 0 when it is none. */
    int lineInSource(int line) {
        if (line <= insertedAfter) {
            return line;
        }
        return line <= insertedAfter + insertedLines ? 0 : line - insertedLines;
    }
}
