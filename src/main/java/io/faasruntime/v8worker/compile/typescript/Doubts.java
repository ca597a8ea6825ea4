package io.faasruntime.v8worker.compile.typescript;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where swc silently makes something else of a program than the TypeScript compiler does. A doubt without a reason costs
 * milliseconds, a missing one a wrong result; so these look at the text, and see more than there is.
 */
final class Doubts {

    /** Members exported by an earlier part of a namespace are not found in a later one. */
    private static final Pattern NAMESPACE =
            Pattern.compile("\\b(?:namespace|module)\\s+[\\w$\"'\\\\\\x{80}-\\x{10ffff}]");
    /** Erased, although its object may be used. */
    private static final Pattern CONST_ENUM = Pattern.compile("\\bconst\\s+enum\\b");
    /** Parentheses around the target go, and an anonymous function gets its name. */
    private static final Pattern TARGET_IN_PARENTHESES =
            Pattern.compile("\\(\\s*+[\\w$]++\\s*+\\)\\s*+(?:=(?![=>])|(?:&&|\\|\\||\\?\\?)=)");

    /** What swc writes of its own for enums and parameter properties. */
    private static final Set<String> OWN_WORDS = Set.of(
            "function", "return", "var", "let", "const", "this", "void", "constructor", "static", "super", "__PURE__");

    private static final int LONGEST_PATTERN = 2_000;

    private Doubts() {}

    /** Whether the source has something that swc is known to do wrong. */
    static boolean about(String source) {
        return NAMESPACE.matcher(source).find()
                || CONST_ENUM.matcher(source).find()
                || TARGET_IN_PARENTHESES.matcher(source).find()
                || source.lastIndexOf("/*") > source.lastIndexOf("*/")
                || hasTrailingHole(source)
                || hasCommaBehindRest(source);
    }

    /** Whether swc has invented names: it renames what is declared twice, and names what has no name. */
    static boolean about(String output, String source) {
        Set<String> invented = words(output);
        invented.removeAll(OWN_WORDS);
        if (invented.isEmpty()) {
            return false;
        }
        invented.removeAll(words(source));
        return !invented.isEmpty();
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && isPartOfWord(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                if (!Character.isDigit(text.charAt(start))) {
                    words.add(text.substring(start, i));
                }
                start = -1;
            }
        }
        return words;
    }

    private static boolean isPartOfWord(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '$'
                || c > 127;
    }

    /** swc drops holes at the end of an array pattern, so that one element fewer is taken. */
    private static boolean hasTrailingHole(String source) {
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '[' || c == ',') {
                int comma = skipBlank(source, i + 1);
                if (isAt(source, comma, ',') && isAt(source, skipBlank(source, comma + 1), ']')) {
                    return true;
                }
            }
        }
        return false;
    }

    /** swc accepts and drops what follows the rest element of a pattern. */
    private static boolean hasCommaBehindRest(String source) {
        for (int i = source.indexOf("..."); i >= 0; i = source.indexOf("...", i + 3)) {
            int end = endOfGroup(source, i + 3, true);
            if (isAt(source, end, ',')) {
                int equals = skipBlank(source, endOfGroup(source, end + 1, false) + 1);
                if (isAt(source, equals, '=') && !isAt(source, equals + 1, '=')) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Where the bracket closes that encloses {@code start}, or at the next comma in it. Looks only so far. */
    private static int endOfGroup(String source, int start, boolean orComma) {
        int depth = 0;
        int last = Math.min(source.length(), start + LONGEST_PATTERN);
        for (int at = start; at < last; at++) {
            switch (source.charAt(at)) {
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> depth--;
                case ',' -> {
                    if (orComma && depth == 0) {
                        return at;
                    }
                }
                default -> {}
            }
            if (depth < 0) {
                return at;
            }
        }
        return source.length();
    }

    private static boolean isAt(String source, int index, char expected) {
        return index < source.length() && source.charAt(index) == expected;
    }

    /** Behind white space and comments. */
    private static int skipBlank(String source, int start) {
        int at = start;
        while (at < source.length()) {
            if (Character.isWhitespace(source.charAt(at))) {
                at++;
            } else if (source.startsWith("/*", at) || source.startsWith("//", at)) {
                String end = source.charAt(at + 1) == '*' ? "*/" : "\n";
                int found = source.indexOf(end, at + 2);
                at = found < 0 ? source.length() : found + end.length();
            } else {
                break;
            }
        }
        return at;
    }
}
