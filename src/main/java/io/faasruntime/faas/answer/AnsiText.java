package io.faasruntime.faas.answer;

import java.util.regex.Pattern;

/** Text for terminals. */
final class AnsiText {

    private static final Pattern STYLES = Pattern.compile("\u001b\\[[0-9;]*m");

    private AnsiText() {}

    /** {@code text} without colours and the like. */
    static String plain(String text) {
        return text.indexOf('\u001b') < 0 ? text : STYLES.matcher(text).replaceAll("");
    }
}
