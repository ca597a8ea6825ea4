package io.faasruntime.python;

import io.faasruntime.protocol.Fields;
import io.faasruntime.protocol.Frame;
import io.faasruntime.protocol.FrameType;
import io.faasruntime.sandbox.engine.InstalledEngines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A worker process and this side of the protocol. */
final class WorkerConversation implements AutoCloseable {

    private static final int MAX_PAYLOAD_BYTES = 1 << 24;

    private final Process process;
    private final Fields hello;

    WorkerConversation() throws IOException {
        process = InstalledEngines.startCPython();
        Frame first = Frame.readFrom(process.getInputStream(), MAX_PAYLOAD_BYTES);
        if (first.type() != FrameType.HELLO) {
            throw new IOException("said " + first.type() + " first");
        }
        hello = first.fields();
    }

    /** What came of a request: the fields of DONE and the output before it. */
    record Answer(Fields fields, String stdout, String stderr) {

        String field(String name) {
            return fields.get(name).orElse("");
        }
    }

    Fields hello() {
        return hello;
    }

    Process process() {
        return process;
    }

    Answer run(String code) throws IOException {
        return ask(FrameType.RUN, request(code, 5_000));
    }

    Answer ask(FrameType type, Fields fields) throws IOException {
        send(type, fields);
        ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        awaitBegin();
        while (true) {
            Frame frame = Frame.readFrom(process.getInputStream(), MAX_PAYLOAD_BYTES);
            switch (frame.type()) {
                case STDOUT -> stdout.write(frame.payload());
                case STDERR -> stderr.write(frame.payload());
                case DONE -> {
                    return new Answer(
                            frame.fields(),
                            stdout.toString(StandardCharsets.UTF_8),
                            stderr.toString(StandardCharsets.UTF_8));
                }
                default -> throw new IOException("said " + frame.type() + " while it worked");
            }
        }
    }

    void awaitBegin() throws IOException {
        FrameType first =
                Frame.readFrom(process.getInputStream(), MAX_PAYLOAD_BYTES).type();
        if (first != FrameType.BEGUN) {
            throw new IOException("said " + first + " before it began");
        }
    }

    void send(FrameType type, Fields fields) throws IOException {
        Frame.of(type, fields).writeTo(process.getOutputStream());
    }

    static Fields request(String code, long timeoutMs) {
        return new Fields()
                .add("language", "python")
                .add("code", code)
                .add("timeout_ms", timeoutMs)
                .add("memory_mb", 128)
                .add("max_output_bytes", 100_000)
                .add("max_result_bytes", 100_000);
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("the worker outlived its stdin");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
