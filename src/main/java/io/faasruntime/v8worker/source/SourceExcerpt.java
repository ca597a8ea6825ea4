package io.faasruntime.v8worker.source;

/** The line of the user's source that an error is about, with a caret below the place. */
public final class SourceExcerpt {

    private static final int MAX_LINE_LENGTH = 400;

    private SourceExcerpt() {}

    /** Empty when the position is unknown or its line too long to help. */
    public static String of(SourceLanguage language, String code, Position position) {
        String line = position.isKnown() ? line(code, position.line()) : "";
        if (line.isBlank() || line.length() > MAX_LINE_LENGTH) {
            return "";
        }
        String indent = line.substring(0, Math.min(line.length(), Math.max(0, position.column() - 1)))
                .replaceAll("[^\t]", " ");
        return language.fileName + ":" + position.line() + "\n" + line + "\n" + indent + "^\n\n";
    }

    private static String line(String code, int number) {
        int start = 0;
        for (int i = 1; i < number; i++) {
            start = code.indexOf('\n', start) + 1;
            if (start == 0) {
                return "";
            }
        }
        int end = code.indexOf('\n', start);
        return code.substring(start, end == -1 ? code.length() : end).stripTrailing();
    }
}
