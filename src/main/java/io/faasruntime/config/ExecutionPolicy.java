package io.faasruntime.config;

import io.faasruntime.api.InvalidRequestException;
import io.faasruntime.api.SandboxConfig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * The operator's limits for runs: what applies when a request says nothing, and what it may ask for at most.
 *
 * @param defaults limits of a run that brings none of its own
 * @param maxTimeLimit the longest time limit a run may ask for
 * @param minMemoryMb the smallest memory limit a run may ask for; less does not hold an interpreter
 * @param maxMemoryMb the largest memory limit a run may ask for
 * @param maxOutputBytes the largest output limit a run may ask for
 * @param maxCodeBytes the largest code accepted, in UTF-8 bytes
 * @param maxInputBytes the largest input accepted, standard input included, in UTF-8 bytes of JSON and text
 * @param maxResultBytes the largest result {@code return_val} accepts, in UTF-8 bytes
 */
public record ExecutionPolicy(
        SandboxConfig defaults,
        Duration maxTimeLimit,
        int minMemoryMb,
        int maxMemoryMb,
        long maxOutputBytes,
        long maxCodeBytes,
        long maxInputBytes,
        long maxResultBytes) {

    private static final int MIN_MEMORY_MB = 64;
    private static final int LARGEST_PAYLOAD_BYTES = 64 << 20;
    private static final Duration ONE_MS = Duration.ofMillis(1);

    public static ExecutionPolicy from(Config config) {
        SettingsReader settings = new SettingsReader(config);
        Duration maxTime =
                settings.millis("faas-runtime.max-time-limit-ms", Duration.ofMinutes(5), ONE_MS, Duration.ofHours(24));
        int maxMemory = settings.integer("faas-runtime.max-memory-mb", 512, MIN_MEMORY_MB, 65_536);
        long maxOutput = settings.number("faas-runtime.max-output-bytes", 10 << 20, 1, LARGEST_PAYLOAD_BYTES);
        SandboxConfig standard = SandboxConfig.DEFAULT;
        SandboxConfig defaults = new SandboxConfig(
                settings.integer(
                        "faas-runtime.default-memory-mb",
                        Math.min(standard.memoryLimitMb(), maxMemory),
                        MIN_MEMORY_MB,
                        maxMemory),
                settings.millis(
                        "faas-runtime.default-time-limit-ms", min(standard.timeLimit(), maxTime), ONE_MS, maxTime),
                settings.number(
                        "faas-runtime.default-output-bytes",
                        Math.min(standard.maxOutputBytes(), maxOutput),
                        1,
                        maxOutput),
                false);
        return new ExecutionPolicy(
                defaults,
                maxTime,
                MIN_MEMORY_MB,
                maxMemory,
                maxOutput,
                settings.number("faas-runtime.max-code-bytes", 8 << 20, 1, LARGEST_PAYLOAD_BYTES),
                settings.number("faas-runtime.max-input-bytes", 8 << 20, 1, LARGEST_PAYLOAD_BYTES),
                settings.number("faas-runtime.max-result-bytes", 8 << 20, 1, LARGEST_PAYLOAD_BYTES));
    }

    /** The largest request body accepted: room for the largest code and input with some of it escaped. */
    public long maxRequestBytes() {
        return 2 * (maxCodeBytes + maxInputBytes) + (1 << 20);
    }

    /** @throws InvalidRequestException if the code is empty or too large */
    public void checkCode(String code) {
        if (code.isBlank()) {
            throw new InvalidRequestException("code", "code is empty; allowed are 1 to " + maxCodeBytes + " bytes");
        }
        requireSize("code", code, maxCodeBytes);
    }

    /** @throws InvalidRequestException if the input, or the standard input beside it, is too large */
    public void checkInput(Optional<String> inputJson, Optional<String> stdin) {
        inputJson.ifPresent(input -> requireSize("input", input, maxInputBytes));
        stdin.ifPresent(text -> requireSize(
                "stdin",
                text,
                maxInputBytes - inputJson.map(ExecutionPolicy::sizeOf).orElse(0)));
    }

    /** @throws InvalidRequestException if a limit is outside of what the operator allows */
    public void checkLimits(SandboxConfig limits) {
        requireRange("timeout", limits.timeLimit().toMillis(), 1, maxTimeLimit.toMillis(), " ms");
        requireRange("limits.memory_mb", limits.memoryLimitMb(), minMemoryMb, maxMemoryMb, " MB");
        requireRange("limits.max_output_bytes", limits.maxOutputBytes(), 1, maxOutputBytes, " bytes");
    }

    /** @throws InvalidRequestException if {@code value} is not from {@code min} to {@code max} */
    public static void requireRange(String field, long value, long min, long max, String unit) {
        if (value < min || value > max) {
            throw new InvalidRequestException(
                    field, field + " is " + value + "; allowed is a whole number from " + min + " to " + max + unit);
        }
    }

    private static void requireSize(String field, String text, long maxBytes) {
        // The length in characters is a lower bound: most oversized texts are told apart without encoding them.
        if (text.length() > maxBytes || (text.length() * 3L > maxBytes && sizeOf(text) > maxBytes)) {
            throw InvalidRequestException.tooLarge(
                    field, field + " is too large; allowed are up to " + maxBytes + " bytes of UTF-8");
        }
    }

    private static int sizeOf(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
