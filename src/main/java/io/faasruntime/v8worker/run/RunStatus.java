package io.faasruntime.v8worker.run;

import java.util.Locale;

/** How a run ended, in the words of the protocol. */
public enum RunStatus {
    SUCCESS(0),
    ERROR(1),
    SYNTAX_ERROR(1),
    TIMEOUT(124),
    MEMORY_LIMIT(137),
    OUTPUT_LIMIT(1);

    /** As a shell would report it: 124 after a time limit, 137 after a kill for want of memory. */
    final int exitCode;

    RunStatus(int exitCode) {
        this.exitCode = exitCode;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
