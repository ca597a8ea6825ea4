package io.faasruntime.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageTest {

    @Test
    void isFoundByEveryNameInAnyCase() {
        for (String name : List.of("python", "py", "PY", "Python", " python ")) {
            assertTrue(Language.PYTHON.isNamed(name), name);
        }
        assertTrue(Language.JAVASCRIPT.isNamed("JavaScript"));
        assertTrue(Language.TYPESCRIPT.isNamed("TypeScript"));
        assertFalse(Language.PYTHON.isNamed("pyth"));
    }

    @Test
    void isEqualByItsCanonicalName() {
        assertEquals(Language.of("Ruby", "rb"), Language.of("ruby"));
    }

    @Test
    void refusesNamesThatCouldNotBePartOfAnAddressOrAKey() {
        for (String name : List.of("", "a b", "../x", "9lives", "é", "x".repeat(33))) {
            assertThrows(IllegalArgumentException.class, () -> Language.of(name), name);
        }
    }

    @Test
    void anUnknownNameIsAnsweredWithEveryKnownOne() {
        String message = new UnknownLanguageException("cobol", Language.BUILT_IN).getMessage();
        assertEquals("unknown language 'cobol'; known are: python (py), js (javascript), ts (typescript)", message);
    }
}
