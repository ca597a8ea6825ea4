package io.faasruntime.api;

import java.util.Locale;
import java.util.Optional;

/** How a run ended. Whatever it is, it is a result and not an exception. */
public enum ExecutionStatus {
    /** The code ran to its end. */
    SUCCESS(0),
    /** The code raised an exception that it did not catch, or left with an exit code other than 0. */
    ERROR(1),
    /** The code could not be parsed; nothing of it ran. */
    SYNTAX_ERROR(1),
    /** The wall-clock limit ended the run. */
    TIMEOUT(124),
    /** The memory limit ended the run. */
    MEMORY_LIMIT(137),
    /** The output limit ended the run; the first bytes of the output are kept. */
    OUTPUT_LIMIT(1);

    private final int exitCode;

    ExecutionStatus(int exitCode) {
        this.exitCode = exitCode;
    }

    /**
     * The exit code of a run that ended like this, unless the code chose one: 124 after a time limit, as timeout(1) has it, and
     * 137 for want of memory, as a shell reports SIGKILL, which is how Linux ends a process for that reason.
     */
    public int exitCode() {
        return exitCode;
    }

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
