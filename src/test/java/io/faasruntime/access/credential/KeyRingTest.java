package io.faasruntime.access.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.config.InvalidConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {

    /** SHA-256 of "open sesame", by sha256sum. */
    private static final String HASH = "41ef4bb0b23661e66301aac36066912dac037827b4ae63a7b1165a5aa93ed4eb";

    @Test
    void findsAKeyByWhatIsPresented() {
        KeyRing ring = KeyRing.of("keys", List.of("a:runtime-admin:" + "0".repeat(64), "b:runtime-user:" + HASH));
        assertEquals("b", ring.find("open sesame").orElseThrow().name());
        assertEquals(Set.of(Role.USER), ring.find("open sesame").orElseThrow().roles());
        assertEquals(Optional.empty(), ring.find("open sesam"));
        assertEquals(Optional.empty(), ring.find(HASH));
        assertEquals(Optional.empty(), ring.find(""));
    }

    @Test
    void aKeyMayHaveSeveralRolesAndAnEnd() {
        ApiKey key = ApiKey.parse("x:runtime-user+runtime-admin:" + HASH.toUpperCase() + ":2027-01-31")
                .orElseThrow();
        assertEquals(Role.ALL, key.roles());
        assertFalse(key.hasEnded(Instant.parse("2027-01-30T23:59:59Z")));
        assertTrue(key.hasEnded(Instant.parse("2027-01-31T00:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the-key-itself",
                "a:runtime-user:the-key-itself",
                "a:root:41ef4bb0b23661e66301aac36066912dac037827b4ae63a7b1165a5aa93ed4eb",
                "a::41ef4bb0b23661e66301aac36066912dac037827b4ae63a7b1165a5aa93ed4eb",
                ":runtime-user:41ef4bb0b23661e66301aac36066912dac037827b4ae63a7b1165a5aa93ed4eb",
                "a b:runtime-user:41ef4bb0b23661e66301aac36066912dac037827b4ae63a7b1165a5aa93ed4eb",
                "a:runtime-user:41ef4bb0b23661e66301aac36066912dac037827b4ae63a7b1165a5aa93ed4eb:soon",
                "a:runtime-user:41ef4bb0b23661e66301aac36066912dac037827b4ae63a7b1165a5aa93ed4eb:2027-01-31:x"
            })
    void whatIsNoKeyIsRefusedAndNotRepeated(String line) {
        InvalidConfigurationException failure =
                assertThrows(InvalidConfigurationException.class, () -> KeyRing.of("keys", List.of(line)));
        assertFalse(failure.getMessage().contains(line), failure.getMessage());
        assertTrue(failure.getMessage().contains("entry 1"), failure.getMessage());
        assertTrue(failure.getMessage().contains("runtime-user, runtime-admin"), failure.getMessage());
    }

    @Test
    void aNameStandsForOneKey() {
        List<String> twice = List.of("a:runtime-user:" + HASH, "a:runtime-admin:" + HASH);
        assertThrows(InvalidConfigurationException.class, () -> KeyRing.of("keys", twice));
    }

    @Test
    void aFileHasAKeyALine(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("keys"), "# who\n\n  a:runtime-user:" + HASH + "\n");
        assertEquals(
                "a",
                KeyRing.ofFile("file", file.toString())
                        .find("open sesame")
                        .orElseThrow()
                        .name());
        String missing = folder.resolve("nothing").toString();
        assertThrows(InvalidConfigurationException.class, () -> KeyRing.ofFile("file", missing));
    }
}
