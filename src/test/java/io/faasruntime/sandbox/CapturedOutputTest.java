package io.faasruntime.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CapturedOutputTest {

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void keepsBothStreamsApartUpToOneLimit() {
        CapturedOutput output = new CapturedOutput(6);
        assertTrue(output.addStdout(utf8("abc")));
        assertTrue(output.addStderr(utf8("xyz")));
        assertFalse(output.truncated());
        assertFalse(output.addStdout(utf8("d")));
        assertTrue(output.truncated());
        assertEquals("abc", output.stdout());
        assertEquals("xyz", output.stderr());
    }

    @Test
    void keepsTheFirstBytesOfWhatDoesNotFit() {
        CapturedOutput output = new CapturedOutput(4);
        assertFalse(output.addStdout(utf8("abcdefgh")));
        assertEquals("abcd", output.stdout());
    }

    @Test
    void leavesOutACharacterThatTheLimitCutInTwo() {
        for (int limit = 3; limit < 6; limit++) {
            CapturedOutput output = new CapturedOutput(limit);
            assertFalse(output.addStdout(utf8("ab😀")));
            assertEquals("ab", output.stdout());
        }
    }

    @Test
    void joinsCharactersThatCameInPieces() {
        CapturedOutput output = new CapturedOutput(100);
        byte[] smile = utf8("😀");
        output.addStdout(new byte[] {smile[0], smile[1]});
        output.addStdout(new byte[] {smile[2], smile[3]});
        assertEquals("😀", output.stdout());
    }
}
