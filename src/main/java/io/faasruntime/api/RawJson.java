package io.faasruntime.api;

import java.util.Objects;

/** An input that is JSON text already: one value, which reaches the code as it is. Other text is refused like a wrong input. */
public record RawJson(String text) {

    public RawJson {
        Objects.requireNonNull(text, "text");
    }

    /** Not the data: inputs end up in logs. */
    @Override
    public String toString() {
        return "RawJson[" + text.length() + " characters]";
    }
}
