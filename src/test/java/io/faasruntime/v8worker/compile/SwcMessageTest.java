package io.faasruntime.v8worker.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.faasruntime.v8worker.source.Position;
import io.faasruntime.v8worker.source.SyntaxProblem;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwcMessageTest {

    @Test
    void readsEveryProblemWithItsExtent() {
        String text = """
                SyntaxError: Legacy octal literals are not available when targeting ECMAScript 5 and higher
                  |
                1 | var x = 010; let y = ;
                  |         ~~~
                    at file:///snippet.ts:1:9

                SyntaxError: Expression expected
                  |
                1 | var x = 010; let y = ;
                  |                      ~
                    at file:///snippet.ts:1:22""";
        List<SyntaxProblem> problems = SwcMessage.parse(text);
        assertEquals(2, problems.size());
        assertEquals(new Position(1, 9), problems.get(0).start());
        assertEquals(new Position(1, 12), problems.get(0).end());
        assertEquals("Expression expected", problems.get(1).message());
        assertEquals(new Position(1, 22), problems.get(1).start());
    }

    @Test
    void reportsAPlaceOnce() {
        String text =
                "SyntaxError: one\n    at file:///snippet.ts:1:9\n\nSyntaxError: two\n    at file:///snippet.ts:1:9";
        assertEquals(1, SwcMessage.parse(text).size());
    }

    @Test
    void findsNothingInOtherText() {
        assertEquals(List.of(), SwcMessage.parse("out of luck"));
    }
}
