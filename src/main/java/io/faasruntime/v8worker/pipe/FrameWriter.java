package io.faasruntime.v8worker.pipe;

import io.faasruntime.protocol.Fields;
import io.faasruntime.protocol.Frame;
import io.faasruntime.protocol.FrameType;
import java.io.IOException;
import java.io.OutputStream;

/** The one way to the server's side of the pipe. Safe for threads. */
public final class FrameWriter {

    /** The server is gone: nobody is left to work for. */
    private static final int EXIT_SERVER_GONE = 3;

    private final OutputStream pipe;

    public FrameWriter(OutputStream pipe) {
        this.pipe = pipe;
    }

    public void write(FrameType type, Fields fields) {
        write(Frame.of(type, fields));
    }

    public synchronized void write(Frame frame) {
        try {
            frame.writeTo(pipe);
        } catch (IOException e) {
            Runtime.getRuntime().halt(EXIT_SERVER_GONE);
        }
    }
}
