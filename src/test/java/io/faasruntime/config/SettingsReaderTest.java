package io.faasruntime.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsReaderTest {

    private static SettingsReader reader(Map<String, String> values) {
        return new SettingsReader(MapConfig.of(values));
    }

    @Test
    void takesBlankValuesForAbsent() {
        assertTrue(reader(Map.of("key", "  ")).text("key").isEmpty());
        assertEquals(7, reader(Map.of("key", "")).number("key", 7, 1, 10));
    }

    @Test
    void namesKeyValueAndRangeOfANumberThatIsNotAllowed() {
        for (String value : List.of("0", "11", "ten", "1.5", "99999999999999999999")) {
            InvalidConfigurationException error = assertThrows(
                    InvalidConfigurationException.class,
                    () -> reader(Map.of("key", value)).number("key", 7, 1, 10));
            assertEquals(
                    "configuration key key is '" + value + "'; allowed: a whole number from 1 to 10",
                    error.getMessage());
        }
    }

    @Test
    void readsMillisecondsAndLists() {
        SettingsReader reader = reader(Map.of("time", " 1500 ", "list", "a, b ,,c"));
        assertEquals(
                Duration.ofMillis(1500),
                reader.millis("time", Duration.ZERO, Duration.ofMillis(1), Duration.ofSeconds(2)));
        assertEquals(List.of("a", "b", "c"), reader.list("list"));
    }

    @Test
    void acceptsTrueAndFalseInAnyCaseAndNothingElse() {
        assertTrue(reader(Map.of("flag", "TRUE")).flag("flag", false));
        assertThrows(
                InvalidConfigurationException.class,
                () -> reader(Map.of("flag", "yes")).flag("flag", false));
    }

    @Test
    void refusesAddressesThatAreNotHttp() {
        assertEquals(
                "http://localhost:8001/base",
                SettingsReader.httpAddress("url", "http://localhost:8001/base").toString());
        for (String value : List.of("localhost:8001", "ftp://host", "http://", "http://host?x=1", "not an address")) {
            InvalidConfigurationException error =
                    assertThrows(InvalidConfigurationException.class, () -> SettingsReader.httpAddress("url", value));
            assertTrue(error.getMessage().contains("url") && error.getMessage().contains(value), error.getMessage());
        }
    }
}
