package io.faasruntime.v8worker.source;

/** As much of JSON as it takes to find a text in an object. */
final class JsonScan {

    private final String json;
    private int at;

    private JsonScan(String json) {
        this.json = json;
    }

    /**
     * The text that the object {@code json} has under {@code name}.
     *
     * @throws IllegalArgumentException if it has none, or an escaped one
     */
    static String member(String json, String name) {
        JsonScan text = new JsonScan(json);
        for (int depth = 0; text.at < json.length(); ) {
            char c = json.charAt(text.at);
            if (c != '"') {
                depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
                text.at++;
                continue;
            }
            String string = text.string();
            if (depth == 1 && string.equals(name) && text.skipTo(':') && text.skipTo('"')) {
                text.at--;
                return text.string();
            }
        }
        throw new IllegalArgumentException("the object has no text " + name);
    }

    /** The string that starts here, as it is written. */
    private String string() {
        int start = ++at;
        while (json.charAt(at) != '"') {
            at += json.charAt(at) == '\\' ? 2 : 1;
        }
        return json.substring(start, at++);
    }

    /** Goes behind {@code expected} if that is what follows, white space aside. */
    private boolean skipTo(char expected) {
        int next = at;
        while (Character.isWhitespace(json.charAt(next))) {
            next++;
        }
        if (json.charAt(next) != expected) {
            return false;
        }
        at = next + 1;
        return true;
    }
}
