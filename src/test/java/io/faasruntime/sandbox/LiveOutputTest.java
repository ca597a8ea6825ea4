package io.faasruntime.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.faasruntime.api.OutputListener;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveOutputTest {

    private final List<String> heard = new ArrayList<>();
    private final OutputListener listener = new OutputListener() {
        @Override
        public void stdout(String text) {
            heard.add("out " + text);
        }

        @Override
        public void stderr(String text) {
            heard.add("err " + text);
        }
    };

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void tellsWhatWasPrintedInItsOrder() {
        CapturedOutput output = new CapturedOutput(100, Optional.of(new LiveOutput(listener)));
        output.addStdout(utf8("a"));
        output.addStderr(utf8("b"));
        output.addStdout(utf8("c\n"));
        assertEquals(List.of("out a", "err b", "out c\n"), heard);
    }

    @Test
    void waitsForTheRestOfACharacterInEachStream() {
        LiveOutput live = new LiveOutput(listener);
        byte[] smile = utf8("x😀y");
        live.stdout(new byte[] {smile[0], smile[1], smile[2]}, 3);
        live.stderr(utf8("é"), 2);
        live.stdout(new byte[] {smile[3], smile[4], smile[5]}, 3);
        assertEquals(List.of("out x", "err é", "out 😀y"), heard);
    }

    @Test
    void tellsOnlyWhatTheLimitKeeps() {
        CapturedOutput output = new CapturedOutput(5, Optional.of(new LiveOutput(listener)));
        output.addStdout(utf8("abc"));
        output.addStdout(utf8("defg"));
        output.addStderr(utf8("h"));
        assertEquals(List.of("out abc", "out de"), heard);
    }

    @Test
    void replacesWhatIsNoText() {
        new LiveOutput(listener).stdout(new byte[] {'a', (byte) 0xFF, 'b'}, 3);
        assertEquals(List.of("out a\uFFFDb"), heard);
    }

    @Test
    void aListenerThatFailsHearsNoMoreOfThatStream() {
        LiveOutput live = new LiveOutput(new OutputListener() {
            @Override
            public void stdout(String text) {
                heard.add(text);
                throw new IllegalStateException("no");
            }

            @Override
            public void stderr(String text) {
                heard.add(text);
            }
        });
        live.stdout(utf8("a"), 1);
        live.stdout(utf8("b"), 1);
        live.stderr(utf8("c"), 1);
        assertEquals(List.of("a", "c"), heard);
    }
}
