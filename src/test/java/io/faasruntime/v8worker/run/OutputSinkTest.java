package io.faasruntime.v8worker.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.protocol.Frame;
import io.faasruntime.protocol.FrameType;
import io.faasruntime.v8worker.pipe.FrameWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputSinkTest {

    private final ByteArrayOutputStream pipe = new ByteArrayOutputStream();

    private OutputSink sink(long maxBytes) {
        return new OutputSink(new FrameWriter(pipe), maxBytes);
    }

    private List<String> frames() throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(pipe.toByteArray());
        List<String> frames = new ArrayList<>();
        while (in.available() > 0) {
            Frame frame = Frame.readFrom(in, 1 << 20);
            frames.add(frame.type() + ":" + new String(frame.payload(), StandardCharsets.UTF_8));
        }
        return frames;
    }

    @Test
    void gathersOutputUntilItIsFlushed() throws IOException {
        OutputSink sink = sink(100);
        sink.write(FrameType.STDOUT, "a");
        sink.write(FrameType.STDOUT, "b");
        assertEquals(List.of(), frames());
        sink.flush();
        assertEquals(List.of("STDOUT:ab"), frames());
    }

    @Test
    void keepsTheOrderOfTheTwoStreams() throws IOException {
        OutputSink sink = sink(100);
        sink.write(FrameType.STDOUT, "1");
        sink.write(FrameType.STDERR, "2");
        sink.write(FrameType.STDOUT, "3");
        sink.flush();
        assertEquals(List.of("STDOUT:1", "STDERR:2", "STDOUT:3"), frames());
    }

    @Test
    void keepsExactlyTheFirstBytesOfBothStreamsTogether() throws IOException {
        OutputSink sink = sink(5);
        assertTrue(sink.write(FrameType.STDOUT, "abc"));
        assertFalse(sink.write(FrameType.STDERR, "defg"));
        assertFalse(sink.write(FrameType.STDOUT, "h"));
        assertEquals(List.of("STDOUT:abc", "STDERR:de"), frames());
    }

    @Test
    void replacesLoneSurrogatesAndPassesNul() throws IOException {
        OutputSink sink = sink(100);
        sink.write(FrameType.STDOUT, "\ud800|\0|\udc00|\ud83d\ude00");
        sink.flush();
        assertEquals(List.of("STDOUT:\ufffd|\0|\ufffd|\ud83d\ude00"), frames());
    }
}
