package io.faasruntime.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.api.Language;
import io.faasruntime.api.UnknownLanguageException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageRegistryTest {

    private static final Language ECHO = Language.of("echo", "ec");

    @Test
    void listsTheBuiltInLanguagesFirst() {
        LanguageRegistry registry = new LanguageRegistry(List.of(NamedBackend.bringing("a", ECHO, Language.PYTHON)));
        assertEquals(List.of(Language.PYTHON, Language.JAVASCRIPT, Language.TYPESCRIPT, ECHO), registry.all());
    }

    @Test
    void findsALanguageByEveryNameInAnyCase() {
        LanguageRegistry registry = new LanguageRegistry(List.of(NamedBackend.bringing("a", ECHO)));
        for (String name : List.of("echo", "Echo", "EC", " ec ")) {
            assertEquals(ECHO, registry.named(name), name);
        }
        assertEquals(Language.TYPESCRIPT, registry.named("TypeScript"));
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        LanguageRegistry registry = new LanguageRegistry(List.of(NamedBackend.bringing("a", ECHO)));
        UnknownLanguageException error = assertThrows(UnknownLanguageException.class, () -> registry.named("cobol"));
        assertTrue(error.getMessage().contains("echo (ec)"), error.getMessage());
        assertTrue(error.getMessage().contains("python (py)"), error.getMessage());
    }

    @Test
    void severalBackendsMayBringTheSameLanguage() {
        LanguageRegistry registry =
                new LanguageRegistry(List.of(NamedBackend.bringing("a", ECHO), NamedBackend.bringing("b", ECHO)));
        assertEquals(4, registry.all().size());
    }

    @Test
    void refusesTwoLanguagesWithTheSameName() {
        Language thief = Language.of("pyramid", "py");
        IllegalStateException error = assertThrows(
                IllegalStateException.class, () -> new LanguageRegistry(List.of(NamedBackend.bringing("a", thief))));
        assertEquals("the name 'py' belongs to language python and cannot lead to pyramid", error.getMessage());
        Language other = Language.of("elvish", "ec");
        assertThrows(
                IllegalStateException.class,
                () -> new LanguageRegistry(
                        List.of(NamedBackend.bringing("a", ECHO), NamedBackend.bringing("b", other))));
    }
}
