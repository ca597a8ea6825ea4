package io.faasruntime.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PrintedReturnValueTest {

    private static void assertFound(String value, String rest, String stdout) {
        PrintedReturnValue found = PrintedReturnValue.find(stdout).orElseThrow();
        assertEquals(value, found.value());
        assertEquals(rest, found.stdout());
    }

    @Test
    void findsTheLastValueBetweenMarkerLines() {
        String one = "__COZE_RETURN_VAL_START__\nfirst\n__COZE_RETURN_VAL_END__\n";
        String two = "__COZE_RETURN_VAL_START__\nline 1\nline 2\n__COZE_RETURN_VAL_END__\n";
        assertFound("first", "before\nafter\n", "before\n" + one + "after\n");
        assertFound("line 1\nline 2", one, one + two);
    }

    @Test
    void findsAnEmptyValue() {
        assertFound("", "", "__COZE_RETURN_VAL_START__\n\n__COZE_RETURN_VAL_END__\n");
    }

    @Test
    void doesNotTakeMarkersInsideALine() {
        assertTrue(PrintedReturnValue.find("x __COZE_RETURN_VAL_START__\n1\n__COZE_RETURN_VAL_END__\n")
                .isEmpty());
        assertTrue(PrintedReturnValue.find("__COZE_RETURN_VAL_START__\n1\n").isEmpty());
    }

    @Test
    void findsTheLastLineThatIsAJsonObject() {
        assertFound("{\"score\":1}", "before\nafter\n", "before\n{\"score\":1}\nafter\n");
        assertFound("{\"b\":2}", "{\"a\":1}\n", "{\"a\":1}\n{\"b\":2}");
    }

    @Test
    void leavesOtherLinesAlone() {
        assertTrue(PrintedReturnValue.find("plain\n[1,2]\n{not json}\n").isEmpty());
        assertTrue(PrintedReturnValue.find("").isEmpty());
    }
}
