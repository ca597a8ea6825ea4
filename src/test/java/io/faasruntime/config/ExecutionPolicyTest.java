package io.faasruntime.config;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.api.InvalidRequestException;
import io.faasruntime.api.SandboxConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutionPolicyTest {

    private static ExecutionPolicy policy(Map<String, String> values) {
        return ExecutionPolicy.from(MapConfig.of(values));
    }

    @Test
    void hasCozeLoopsDefaults() {
        ExecutionPolicy policy = policy(Map.of());
        assertEquals(SandboxConfig.DEFAULT, policy.defaults());
        assertEquals(128, policy.defaults().memoryLimitMb());
        assertEquals(Duration.ofSeconds(30), policy.defaults().timeLimit());
        assertEquals(1 << 20, policy.defaults().maxOutputBytes());
        assertEquals(Duration.ofMinutes(5), policy.maxTimeLimit());
    }

    @Test
    void readsEveryKey() {
        ExecutionPolicy policy = policy(Map.of(
                "faas-runtime.max-time-limit-ms", "60000",
                "faas-runtime.max-memory-mb", "300",
                "faas-runtime.max-output-bytes", "2000",
                "faas-runtime.default-memory-mb", "200",
                "faas-runtime.default-time-limit-ms", "1000",
                "faas-runtime.default-output-bytes", "1500",
                "faas-runtime.max-code-bytes", "10",
                "faas-runtime.max-input-bytes", "20",
                "faas-runtime.max-result-bytes", "30"));
        assertEquals(new SandboxConfig(200, Duration.ofSeconds(1), 1500, false), policy.defaults());
        assertEquals(Duration.ofMinutes(1), policy.maxTimeLimit());
        assertEquals(300, policy.maxMemoryMb());
        assertEquals(2000, policy.maxOutputBytes());
        assertEquals(10, policy.maxCodeBytes());
        assertEquals(20, policy.maxInputBytes());
        assertEquals(30, policy.maxResultBytes());
    }

    @Test
    void lowersTheDefaultsToTheMaximum() {
        ExecutionPolicy policy = policy(Map.of("faas-runtime.max-time-limit-ms", "5000"));
        assertEquals(Duration.ofSeconds(5), policy.defaults().timeLimit());
    }

    @Test
    void refusesADefaultAboveTheMaximum() {
        InvalidConfigurationException error = assertThrows(
                InvalidConfigurationException.class,
                () -> policy(Map.of("faas-runtime.max-memory-mb", "128", "faas-runtime.default-memory-mb", "256")));
        assertTrue(error.getMessage().contains("faas-runtime.default-memory-mb"), error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max-time-limit-ms",
                "max-memory-mb",
                "max-output-bytes",
                "default-memory-mb",
                "default-time-limit-ms",
                "default-output-bytes",
                "max-code-bytes",
                "max-input-bytes",
                "max-result-bytes"
            })
    void namesTheKeyTheValueAndWhatIsAllowed(String key) {
        for (String value : List.of("0", "-1", "some", "99999999999999999999")) {
            InvalidConfigurationException wrong = assertThrows(
                    InvalidConfigurationException.class, () -> policy(Map.of("faas-runtime." + key, value)));
            String message = wrong.getMessage();
            assertTrue(message.contains("faas-runtime." + key + " is '" + value + "'"), message);
            assertTrue(message.contains("allowed: a whole number from"), message);
        }
    }

    @Test
    void namesTheFieldThatIsOutOfRange() {
        ExecutionPolicy policy = policy(Map.of("faas-runtime.max-code-bytes", "5"));
        SandboxConfig usual = policy.defaults();
        assertDoesNotThrow(() -> policy.checkLimits(usual));
        assertEquals("code", field(() -> policy.checkCode(" \n")));
        assertEquals("code", field(() -> policy.checkCode("123456")));
        assertEquals("code", field(() -> policy.checkCode("ééé")));
        assertDoesNotThrow(() -> policy.checkCode("12345"));
        assertEquals("timeout", field(() -> policy.checkLimits(usual.withTimeLimit(Duration.ofMinutes(6)))));
        assertEquals("limits.memory_mb", field(() -> policy.checkLimits(usual.withMemoryLimitMb(63))));
        assertEquals("limits.memory_mb", field(() -> policy.checkLimits(usual.withMemoryLimitMb(513))));
        assertEquals("limits.max_output_bytes", field(() -> policy.checkLimits(usual.withMaxOutputBytes(1L << 40))));
    }

    private static String field(Runnable check) {
        return assertThrows(InvalidRequestException.class, check::run).field();
    }

    @Test
    void countsInputAndStandardInputTogether() {
        ExecutionPolicy policy = policy(Map.of("faas-runtime.max-input-bytes", "20"));
        policy.checkInput(Optional.of("\"0123456\""), Optional.of("0123456789\n"));
        policy.checkInput(Optional.empty(), Optional.of("ä".repeat(10)));
        for (String tooMuch : List.of("0123456789\nx", "ä".repeat(6))) {
            InvalidRequestException error = assertThrows(
                    InvalidRequestException.class,
                    () -> policy.checkInput(Optional.of("\"0123456\""), Optional.of(tooMuch)),
                    tooMuch);
            assertEquals("stdin", error.field());
        }
    }
}
