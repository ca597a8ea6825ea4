package io.faasruntime.rest.stream;

import java.io.IOException;
import java.util.function.IntConsumer;

/** Where JSON values begin and end, by quotes and brackets alone; what is inside is for others to check. */
final class Json {

    private Json() {}

    static boolean isSpace(int value) {
        return value == ' ' || value == '\t' || value == '\n' || value == '\r';
    }

    static void skipSpace(Bytes text) throws IOException {
        while (isSpace(text.peek())) {
            text.next();
        }
    }

    /**
     * Goes through one value, which begins with the next byte.
     *
     * @return false if the text ends within it, or no value begins there
     */
    static boolean value(Bytes text, IntConsumer to) throws IOException {
        int first = text.peek();
        if (first == '"') {
            return string(text, to);
        }
        if (first == '{' || first == '[') {
            return nested(text, to);
        }
        boolean any = false;
        while (!endsScalar(text.peek())) {
            to.accept(text.next());
            any = true;
        }
        return any;
    }

    private static boolean endsScalar(int value) {
        return value == Bytes.END || isSpace(value) || "\",:[]{}".indexOf(value) >= 0;
    }

    private static boolean string(Bytes text, IntConsumer to) throws IOException {
        to.accept(text.next());
        for (int value = text.next(); value != Bytes.END; value = text.next()) {
            to.accept(value);
            if (value == '"') {
                return true;
            }
            if (value == '\\') {
                to.accept(text.next());
            }
        }
        return false;
    }

    private static boolean nested(Bytes text, IntConsumer to) throws IOException {
        int depth = 0;
        while (true) {
            int value = text.peek();
            if (value == Bytes.END) {
                return false;
            }
            if (value == '"') {
                if (!string(text, to)) {
                    return false;
                }
                continue;
            }
            to.accept(text.next());
            if (value == '{' || value == '[') {
                depth++;
            } else if ((value == '}' || value == ']') && --depth == 0) {
                return true;
            }
        }
    }
}
