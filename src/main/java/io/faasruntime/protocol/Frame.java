package io.faasruntime.protocol;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * One message of the protocol. The payload array is handed over, not copied: whoever made the frame lets go of it.
 *
 * @param type what it is about
 * @param payload {@link Fields#encode() fields}, or raw bytes of output
 */
public record Frame(FrameType type, byte[] payload) {

    private static final int HEADER_BYTES = 5;

    public static Frame of(FrameType type, Fields fields) {
        return new Frame(type, fields.encode());
    }

    /** The payload as fields. */
    public Fields fields() throws ProtocolViolation {
        return Fields.decode(payload);
    }

    /** Writes this frame with one call, and flushes. */
    public void writeTo(OutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + payload.length);
        bytes.putInt(1 + payload.length).put((byte) type.code()).put(payload);
        out.write(bytes.array());
        out.flush();
    }

    /**
     * Reads one frame; blocks until it is there.
     *
     * @param maxPayloadBytes what is accepted; read before any memory is taken
     * @throws EOFException if the stream ends, in the middle of a frame or before it
     * @throws ProtocolViolation if the bytes are no frame
     */
    public static Frame readFrom(InputStream in, int maxPayloadBytes) throws IOException {
        DataInputStream data = new DataInputStream(in);
        int length = data.readInt();
        if (length < 1 || length - 1 > maxPayloadBytes) {
            throw new ProtocolViolation("frame of " + length + " bytes; allowed are 1 to " + (maxPayloadBytes + 1L));
        }
        FrameType type = FrameType.of(data.readUnsignedByte());
        byte[] payload = data.readNBytes(length - 1);
        if (payload.length < length - 1) {
            throw new EOFException("stream ended inside a frame");
        }
        return new Frame(type, payload);
    }
}
