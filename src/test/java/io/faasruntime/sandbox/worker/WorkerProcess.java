package io.faasruntime.sandbox.worker;

import io.faasruntime.sandbox.protocol.Fields;
import io.faasruntime.sandbox.protocol.Frame;
import io.faasruntime.sandbox.protocol.FrameType;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A real worker, started the way the server starts it, from the engine files that the build has put together. */
final class WorkerProcess implements AutoCloseable {

    private static final Path ENGINE = Path.of("target/classes/META-INF/faas-runtime/engines/v8");
    private static final Path NATIVE = Path.of("target/v8-worker-test/native");
    private static final int MAX_FRAME_BYTES = 64 << 20;

    final Fields hello;
    private final Process process;

    private WorkerProcess(Process process) throws IOException {
        this.process = process;
        this.hello = read().fields();
    }

    static WorkerProcess start() throws IOException {
        unpackNatives();
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.environment().clear();
        builder.redirectError(NATIVE.resolveSibling("stderr.txt").toFile());
        return new WorkerProcess(builder.start());
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms128m",
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:-UseContainerSupport",
                "-Xlog:disable",
                "-XX:+DisplayVMOutputToStderr",
                "-XX:-CreateCoredumpOnCrash",
                "-Djavet.lib.loading.type=custom",
                "-Djavet.lib.loading.path=" + NATIVE.toAbsolutePath(),
                "-Dswc4j.lib.loading.type=custom",
                "-Dswc4j.lib.loading.path=" + NATIVE.toAbsolutePath(),
                "-Djna.boot.library.path=" + NATIVE.toAbsolutePath(),
                "-Djna.nosys=true",
                "-Djna.noclasspath=true"));
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", classPath(), WorkerMain.class.getName(), "--memory-mb=128"));
        return command;
    }

    private static String classPath() {
        return String.join(
                File.pathSeparator,
                List.of("javet.jar", "swc4j.jar", "jna.jar", "faas-runtime-worker.jar").stream()
                        .map(jar -> ENGINE.resolve(jar).toAbsolutePath().toString())
                        .toList());
    }

    private static void unpackNatives() throws IOException {
        Files.createDirectories(NATIVE);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(ENGINE)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.endsWith(".dat")) {
                    copy(Files.newInputStream(file), NATIVE.resolve(name));
                } else if (name.equals("jna.jar") || name.contains("-linux-")) {
                    unpack(file);
                }
            }
        }
    }

    private static void unpack(Path jar) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                boolean isJna = name.contains("jnidispatch");
                if (name.endsWith(".so") && (!isJna || name.contains("linux-x86-64/"))) {
                    Path target = NATIVE.resolve(name.substring(name.lastIndexOf('/') + 1));
                    if (!Files.exists(target)) {
                        Files.copy(zip, target);
                    }
                }
            }
        }
    }

    private static void copy(InputStream content, Path target) throws IOException {
        try (content) {
            if (!Files.exists(target)) {
                Files.copy(content, target);
            }
        }
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
