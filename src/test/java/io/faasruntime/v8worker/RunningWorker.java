package io.faasruntime.v8worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.faasruntime.protocol.Fields;
import io.faasruntime.protocol.Frame;
import io.faasruntime.protocol.FrameType;
import io.faasruntime.sandbox.engine.InstalledEngines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A real worker, started the way the server starts it, from the engine files that the build has put together. */
final class RunningWorker implements AutoCloseable {

    private static final int MAX_FRAME_BYTES = 64 << 20;

    final Fields hello;
    private final Process process;

    private RunningWorker(Process process) throws IOException {
        this.process = process;
        this.hello = read().fields();
    }

    static RunningWorker start() throws IOException {
        return new RunningWorker(InstalledEngines.startV8());
    }

    static RunningWorker startWithLegacyDecorators() throws IOException {
        return new RunningWorker(InstalledEngines.startV8WithLegacyDecorators());
    }

    Run run(String language, String code) throws IOException {
        return run(new Fields()
                .add("language", language)
                .add("code", code)
                .add("timeout_ms", 5_000)
                .add("memory_mb", 128)
                .add("max_output_bytes", 1_000_000)
                .add("max_result_bytes", 10_000));
    }

    Run run(Fields request) throws IOException {
        send(request);
        ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        for (Frame frame = read(); ; frame = read()) {
            switch (frame.type()) {
                case STDOUT -> stdout.writeBytes(frame.payload());
                case STDERR -> stderr.writeBytes(frame.payload());
                case BEGUN -> stdout.reset();
                default -> {
                    return new Run(frame.fields(), text(stdout), text(stderr));
                }
            }
        }
    }

    void send(Fields request) throws IOException {
        Frame.of(FrameType.RUN, request).writeTo(process.getOutputStream());
    }

    List<String> validate(String language, String code) throws IOException {
        Fields request = new Fields().add("language", language).add("code", code);
        Frame.of(FrameType.VALIDATE, request).writeTo(process.getOutputStream());
        assertEquals(FrameType.BEGUN, read().type());
        return read().fields().all("diagnostic");
    }

    Process process() {
        return process;
    }

    Frame read() throws IOException {
        return Frame.readFrom(process.getInputStream(), MAX_FRAME_BYTES);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The answer to a RUN. */
    record Run(Fields done, String stdout, String stderr) {

        String status() {
            return field("status");
        }

        String field(String name) {
            return done.get(name).orElse("");
        }

        String position() {
            return field("error_line") + ":" + field("error_column");
        }
    }
}
