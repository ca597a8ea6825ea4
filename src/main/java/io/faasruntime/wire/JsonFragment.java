package io.faasruntime.wire;

/**
 * JSON text that a parser has seen, to be passed on as it is.
 *
 * @param text exactly one JSON value
 */
public record JsonFragment(String text) {

    /** Not the text: fragments are data of callers. */
    @Override
    public String toString() {
        return "JsonFragment[" + text.length() + " characters]";
    }
}
