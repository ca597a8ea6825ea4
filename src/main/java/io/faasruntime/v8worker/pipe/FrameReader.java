package io.faasruntime.v8worker.pipe;

import io.faasruntime.protocol.Frame;
import io.faasruntime.protocol.ProtocolViolation;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Reads the server's frames on a thread of its own, so that the end of the pipe is seen at any moment: it ends the
 * process at once, whatever V8 is doing.
 */
public final class FrameReader {

    private static final int EXIT_SERVER_GONE = 0;
    private static final int EXIT_PROTOCOL = 2;
    /** The server knows how much a run may bring, and gave this process the memory for it. */
    private static final int MAX_PAYLOAD_BYTES = Integer.MAX_VALUE - 1;

    private final InputStream pipe;
    private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();

    public FrameReader(InputStream pipe) {
        this.pipe = pipe;
    }

    public void start() {
        Thread thread = new Thread(this::readAll, "frame-reader");
        thread.setDaemon(true);
        thread.start();
    }

    /** The next request; blocks until there is one. */
    public Frame take() throws InterruptedException {
        return frames.take();
    }

    private void readAll() {
        try {
            while (true) {
                frames.add(Frame.readFrom(pipe, MAX_PAYLOAD_BYTES));
            }
        } catch (ProtocolViolation e) {
            System.err.println("worker: " + e.getMessage());
            Runtime.getRuntime().halt(EXIT_PROTOCOL);
        } catch (IOException e) {
            Runtime.getRuntime().halt(EXIT_SERVER_GONE);
        } catch (OutOfMemoryError e) {
            System.err.println(OutOfMemory.MARK + ": the request does not fit");
            Runtime.getRuntime().halt(OutOfMemory.EXIT_CODE);
        }
    }
}
