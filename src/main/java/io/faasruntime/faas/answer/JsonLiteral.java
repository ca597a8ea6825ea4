package io.faasruntime.faas.answer;

import java.util.HexFormat;

/** JSON text in ASCII: what is not ASCII can only stand in strings, where it can be escaped. */
final class JsonLiteral {

    private static final HexFormat HEX = HexFormat.of();

    private JsonLiteral() {}

    /** {@code json} with everything that is not ASCII as {@code \}{@code uXXXX}. */
    static String ascii(String json) {
        if (json.chars().allMatch(c -> c < 127)) {
            return json;
        }
        StringBuilder ascii = new StringBuilder(json.length() + 64);
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c < 127) {
                ascii.append(c);
            } else {
                ascii.append("\\u").append(HEX.toHexDigits(c));
            }
        }
        return ascii.toString();
    }
}
