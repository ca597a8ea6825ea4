package io.faasruntime.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.api.Language;
import io.faasruntime.config.InvalidConfigurationException;
import io.faasruntime.config.MapConfig;
import io.faasruntime.spi.ExecutionBackend;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackendSelectionTest {

    private static final String KEY = "faas-runtime.python.backend";

    private final ExecutionBackend low =
            NamedBackend.serving("low", 0, Language.PYTHON, Language.JAVASCRIPT).withParserFor(Language.PYTHON);
    private final ExecutionBackend high = NamedBackend.serving("high", 100, Language.PYTHON);

    @Test
    void takesTheHighestPriorityWithoutASetting() {
        BackendSelection selection = selection(Map.of());
        assertSame(high, selection.backendFor(Language.PYTHON));
        assertSame(low, selection.backendFor(Language.JAVASCRIPT));
    }

    @Test
    void takesTheBackendThatConfigurationNamesInAnyCase() {
        assertSame(low, selection(Map.of(KEY, "low")).backendFor(Language.PYTHON));
        assertSame(low, selection(Map.of(KEY, "LOW")).backendFor(Language.PYTHON));
    }

    @Test
    void anUnknownBackendIsAnsweredWithTheKeyAndTheAllowedNames() {
        assertRefused(
                selection(Map.of(KEY, "none")),
                Language.PYTHON,
                "configuration key faas-runtime.python.backend is 'none'; allowed: high, low");
    }

    @Test
    void aBackendThatDoesNotServeTheLanguageCannotBeChosen() {
        assertRefused(
                selection(Map.of("faas-runtime.js.backend", "high")),
                Language.JAVASCRIPT,
                "configuration key faas-runtime.js.backend is 'high'; allowed: low");
    }

    @Test
    void aLanguageThatNoBackendServesIsRefusedWithTheReason() {
        InvalidConfigurationException error = assertThrows(
                InvalidConfigurationException.class, () -> selection(Map.of()).backendFor(Language.TYPESCRIPT));
        assertTrue(error.getMessage().contains("faas-runtime.ts.backend"), error.getMessage());
        assertTrue(error.getMessage().contains("there is none"), error.getMessage());
    }

    @Test
    void anotherBackendParsesForOneWithoutParser() {
        BackendSelection selection = selection(Map.of());
        assertEquals(Optional.of(low), selection.parserFor(Language.PYTHON, high));
        assertEquals(Optional.empty(), selection.parserFor(Language.JAVASCRIPT, low));
    }

    private BackendSelection selection(Map<String, String> settings) {
        return new BackendSelection(MapConfig.of(settings), List.of(low, high));
    }

    private static void assertRefused(BackendSelection selection, Language language, String message) {
        InvalidConfigurationException error =
                assertThrows(InvalidConfigurationException.class, () -> selection.backendFor(language));
        assertEquals(message, error.getMessage());
    }
}
