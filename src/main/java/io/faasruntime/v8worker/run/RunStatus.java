package io.faasruntime.v8worker.run;

import java.util.Locale;

/** How a run ended, in the words of the protocol. */
public enum RunStatus {
    SUCCESS,
    ERROR,
    SYNTAX_ERROR,
    TIMEOUT,
    MEMORY_LIMIT,
    OUTPUT_LIMIT;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
