package io.faasruntime.access.credential;

/** Strangers' words on their way into the log: one line, short, nothing that a terminal would obey. */
public final class LogText {

    private static final int LONGEST = 80;

    private LogText() {}

    public static String of(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().limit(LONGEST).map(c -> c >= ' ' && c < 127 ? c : '?').forEach(safe::appendCodePoint);
        return safe.toString();
    }
}
