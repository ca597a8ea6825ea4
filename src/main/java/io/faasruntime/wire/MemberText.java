package io.faasruntime.wire;

/** Finds the text of a member's value in the text of an object. */
final class MemberText {

    private MemberText() {}

    /**
     * The value of the member at {@code index}, as it is written.
     *
     * @param object an object that a parser has found valid, with more than {@code index} members
     */
    static String of(String object, int index) {
        int member = -1;
        int depth = 0;
        int start = -1;
        for (int i = 0; i < object.length(); i++) {
            char c = object.charAt(i);
            switch (c) {
                case '"' -> i = endOfString(object, i);
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                case ':' -> {
                    if (depth == 1 && ++member == index) {
                        start = i + 1;
                    }
                }
                default -> {
                    // White space, a comma, or a part of a number or a word.
                }
            }
            boolean ends = (c == ',' && depth == 1) || (c == '}' && depth == 0);
            if (start >= 0 && ends) {
                return object.substring(start, i).strip();
            }
        }
        throw new IllegalArgumentException("no object with a member " + index);
    }

    private static int endOfString(String text, int start) {
        int i = start + 1;
        while (text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }
}
