package io.faasruntime.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameTest {

    private static byte[] bytes(Frame frame) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        frame.writeTo(out);
        return out.toByteArray();
    }

    private static Frame read(byte[] bytes) throws IOException {
        return Frame.readFrom(new ByteArrayInputStream(bytes), 1000);
    }

    @Test
    void keepsEveryString() throws IOException {
        String odd = "é 😀 \u0000 lone \ud800";
        Frame frame = read(bytes(Frame.of(
                FrameType.RUN,
                new Fields().add("code", odd).add("empty", "").add("n", 5).add("n", 6))));
        assertEquals(FrameType.RUN, frame.type());
        assertEquals(odd, frame.fields().require("code"));
        assertEquals("", frame.fields().require("empty"));
        assertEquals(List.of("5", "6"), frame.fields().all("n"));
        assertEquals(5, frame.fields().requireLong("n"));
        assertEquals(9, frame.fields().getLong("absent", 9));
    }

    @Test
    void keepsRawBytes() throws IOException {
        byte[] payload = {0, -1, 10, 13};
        assertArrayEquals(
                payload, read(bytes(new Frame(FrameType.STDOUT, payload))).payload());
    }

    @Test
    void refusesLengthsThatNoFrameHas() {
        assertThrows(ProtocolViolation.class, () -> read(new byte[] {0, 0, 0, 0, 'D'}));
        assertThrows(ProtocolViolation.class, () -> read(new byte[] {-1, 0, 0, 0, 'D'}));
        assertThrows(ProtocolViolation.class, () -> read(new byte[] {0, 0, 4, 0, 'D'}));
    }

    @Test
    void refusesUnknownTypes() {
        assertThrows(ProtocolViolation.class, () -> read(new byte[] {0, 0, 0, 1, '?'}));
    }

    @Test
    void noticesAStreamThatEndsInsideAFrame() throws IOException {
        byte[] whole = bytes(Frame.of(FrameType.DONE, new Fields().add("status", "success")));
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThrows(EOFException.class, () -> read(part));
        }
    }

    @Test
    void refusesFieldsThatLieAboutTheirLength() {
        byte[] tooLong = {1, 'n', 0, 0, 0, 8, 0, 'x'};
        byte[] odd = {1, 'n', 0, 0, 0, 1, 0};
        byte[] cut = {5, 'n'};
        for (byte[] payload : List.of(tooLong, odd, cut)) {
            assertThrows(ProtocolViolation.class, () -> new Frame(FrameType.DONE, payload).fields());
        }
    }

    @Test
    void refusesAFieldThatIsMissingOrNoNumber() throws IOException {
        Fields fields = new Fields().add("n", "five");
        assertThrows(ProtocolViolation.class, () -> fields.require("absent"));
        assertThrows(ProtocolViolation.class, () -> fields.requireLong("n"));
    }
}
