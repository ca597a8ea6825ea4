package io.faasruntime.faas.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.api.Language;
import io.faasruntime.wire.JsonText;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent around code. */
class DialectTest {

    private static Enclosure enclosure(String code, String input) {
        return new Enclosure(
                "faas-0123456789", code, "snippet.js", Optional.ofNullable(input), Optional.empty(), 1000, 2000);
    }

    private static String text(Language language, Enclosure enclosed) {
        return Dialect.of(language).orElseThrow().text(enclosed);
    }

    /** What the program in the text is given. */
    private static JsonObject given(Language language, String text) {
        String json;
        if (language.equals(Language.PYTHON)) {
            String literal = text.substring(text.lastIndexOf("(\"") + 2, text.lastIndexOf("\")"));
            json = new String(Base64.getDecoder().decode(literal), StandardCharsets.US_ASCII);
        } else {
            json = text.substring(text.indexOf(")({\"mark\":[") + 2, text.lastIndexOf(");"));
        }
        return JsonText.parse(json).asJsonObject();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "quotes ' \" ''' \"\"\" ` ${x} \\ \\\\",
                "lines \n \r \u2028 \u2029 \u0085",
                "NUL \0 and \u007f",
                "emoji \uD83C\uDF0D, lone \uD800 and \uDC00",
                "\");import os#",
                ")({\"mark\":1});"
            })
    void codeAndDataTravelAsTheyAre(String text) {
        for (Language language : Language.BUILT_IN) {
            String sent = text(language, enclosure(text, text));
            JsonObject given = given(language, sent);
            assertEquals(text, given.getString("code"), language.name());
            assertEquals(text, given.getString("input"), language.name());
        }
    }

    @Test
    void nothingThatIsSentCanBeDamagedByServersThatLookForQuotes() {
        String sent = text(Language.PYTHON, enclosure("x = 'it\"s'\ny = \"a\nb\"", null));
        assertTrue(sent.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 127)), sent);
        assertFalse(sent.contains("'"), "no quotes but double ones");
        sent.lines()
                .forEach(line ->
                        assertEquals(0, line.chars().filter(c -> c == '"').count() % 2, "in pairs"));
    }

    @Test
    void theTextDoesNotShowItsMark() {
        for (Language language : Language.BUILT_IN) {
            Enclosure enclosed = enclosure("1", null);
            assertFalse(text(language, enclosed).contains(enclosed.mark()), language.name());
        }
    }

    @Test
    void everyRequestHasAMarkOfItsOwn() {
        assertNotEquals(Enclosure.newMark(), Enclosure.newMark());
    }

    @Test
    void languagesOfConfigurationOnlyHaveNoEnvelope() {
        assertTrue(Dialect.of(Language.of("lua")).isEmpty());
    }
}
