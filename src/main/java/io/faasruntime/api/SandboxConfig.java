package io.faasruntime.api;

import java.time.Duration;
import java.util.Objects;

/**
 * The limits of one run.
 *
 * @param memoryLimitMb memory the code may use beyond the bare interpreter, in MB (2^20 bytes); 1 or more
 * @param timeLimit wall-clock limit of the run; 1 ms or more
 * @param maxOutputBytes limit for stdout and stderr together, in UTF-8 bytes; 1 or more
 * @param networkEnabled whether the code may open network connections; a backend that cannot grant it refuses the run
 */
public record SandboxConfig(int memoryLimitMb, Duration timeLimit, long maxOutputBytes, boolean networkEnabled) {

    /** 128 MB, 30 s, 1 MB of output, no network: coze-loop's defaults. */
    public static final SandboxConfig DEFAULT = new SandboxConfig(128, Duration.ofSeconds(30), 1L << 20, false);

    /** @throws IllegalArgumentException if a limit is not positive */
    public SandboxConfig {
        Objects.requireNonNull(timeLimit, "timeLimit");
        requirePositive("memoryLimitMb", memoryLimitMb);
        requirePositive("timeLimit in ms", timeLimit.toMillis());
        requirePositive("maxOutputBytes", maxOutputBytes);
    }

    public SandboxConfig withMemoryLimitMb(int limit) {
        return new SandboxConfig(limit, timeLimit, maxOutputBytes, networkEnabled);
    }

    public SandboxConfig withTimeLimit(Duration limit) {
        return new SandboxConfig(memoryLimitMb, limit, maxOutputBytes, networkEnabled);
    }

    public SandboxConfig withMaxOutputBytes(long limit) {
        return new SandboxConfig(memoryLimitMb, timeLimit, limit, networkEnabled);
    }

    public SandboxConfig withNetworkEnabled(boolean enabled) {
        return new SandboxConfig(memoryLimitMb, timeLimit, maxOutputBytes, enabled);
    }

    private static void requirePositive(String what, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(what + " must be 1 or more, not " + value);
        }
    }
}
