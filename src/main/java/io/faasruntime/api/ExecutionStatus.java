package io.faasruntime.api;

import java.util.Locale;
import java.util.Optional;

/** How a run ended. Whatever it is, it is a result and not an exception. */
public enum ExecutionStatus {
    /** The code ran to its end. */
    SUCCESS,
    /** The code raised an exception that it did not catch, or left with an exit code other than 0. */
    ERROR,
    /** The code could not be parsed; nothing of it ran. */
    SYNTAX_ERROR,
    /** The wall-clock limit ended the run. */
    TIMEOUT,
    /** The memory limit ended the run. */
    MEMORY_LIMIT,
    /** The output limit ended the run; the first bytes of the output are kept. */
    OUTPUT_LIMIT;

    /** The name on the wire: lower case, {@code syntax_error}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status with this {@link #wireName()}; empty for a name that is none of ours. */
    public static Optional<ExecutionStatus> fromWireName(String wireName) {
        for (ExecutionStatus status : values()) {
            if (status.wireName().equals(wireName)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
