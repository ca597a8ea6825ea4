package io.faasruntime.faas.answer;

import io.faasruntime.wire.JsonText;

/** JSON text in ASCII: what is not ASCII can only stand in strings, where it can be escaped. */
final class JsonLiteral {

    private JsonLiteral() {}

    /** {@code json} with everything that is not ASCII as {@code \}{@code uXXXX}. */
    static String ascii(String json) {
        StringBuilder ascii = new StringBuilder(json.length() + 16);
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c < 127) {
                ascii.append(c);
            } else {
                ascii.append("\\u").append(String.format("%04x", (int) c));
            }
        }
        return ascii.toString();
    }

    /** {@code text} as a JSON string in ASCII, without line breaks; a string literal in languages that read JSON's escapes. */
    static String of(String text) {
        return ascii(JsonText.PROVIDER.createValue(text).toString());
    }

    /** {@code json} as a string literal in ASCII, without line breaks, for languages that read JSON's escapes. */
    static String quoted(String json) {
        return ascii(JsonText.PROVIDER.createValue(ascii(json)).toString());
    }
}
