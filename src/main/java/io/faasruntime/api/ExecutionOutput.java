package io.faasruntime.api;

import java.util.Objects;

/**
 * What a run left behind.
 *
 * @param stdout what it printed, never null
 * @param stderr what it printed to standard error, never null
 * @param retVal what it handed to {@code return_val}: a string as it is, anything else as JSON text; empty when there
 *     was no result
 */
public record ExecutionOutput(String stdout, String stderr, String retVal) {

    public ExecutionOutput {
        Objects.requireNonNull(stdout, "stdout");
        Objects.requireNonNull(stderr, "stderr");
        Objects.requireNonNull(retVal, "retVal");
    }
}
