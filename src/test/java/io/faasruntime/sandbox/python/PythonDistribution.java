package io.faasruntime.sandbox.python;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** CPython and the worker's modules, unpacked below {@code target} once per build. */
final class PythonDistribution {

    private static final Path ENGINE = Path.of("target/classes/META-INF/faas-runtime/engines/cpython");
    private static final Path WORKER = Path.of("src/main/resources/META-INF/faas-runtime/engines/cpython/worker");
    private static final String PLATFORM = "linux-x86_64";
    private static final String PREFIX = "org/bytedeco/cpython/" + PLATFORM + "/";
    private static final Pattern NEEDED =
            Pattern.compile("bin/python3\\.14|libpython3\\.14\\.so\\.1\\.0|libffi\\.so\\.8|"
                    + "lib/python3\\.14/(?!(test|idlelib|tkinter|turtledemo|ensurepip|venv|site-packages|pydoc_data)/)"
                    + "(?!config-)(?!lib-dynload/(_curses|readline|.*_test|xx|_xx)).*");

    private final Path home;

    private PythonDistribution(Path home) {
        this.home = home;
    }

    static boolean isRunnableHere() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64")
                && Files.exists(jar());
    }

    static PythonDistribution unpacked() throws IOException, InterruptedException {
        Path home = Path.of("target/python-worker-test").toAbsolutePath();
        if (!Files.exists(home.resolve("bin/python3.14"))) {
            unpack(home);
        }
        Path modules = Files.createDirectories(home.resolve("worker"));
        try (var files = Files.list(WORKER)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".py")).toList()) {
                Files.write(modules.resolve(file.getFileName().toString()), Files.readAllBytes(file));
            }
        }
        PythonDistribution distribution = new PythonDistribution(home);
        distribution.prepare();
        return distribution;
    }

    ProcessBuilder command(String... options) {
        ProcessBuilder builder =
                new ProcessBuilder(home.resolve("bin/python3.14").toString(), "-I", "-S", "-E", "-B");
        builder.command().add(home.resolve("worker/fork_server.py").toString());
        builder.command().addAll(List.of(options));
        builder.environment().clear();
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    private void prepare() throws IOException, InterruptedException {
        int exitCode = command("--prepare").start().waitFor();
        if (exitCode != 0) {
            throw new IOException("preparing the Python worker failed with " + exitCode);
        }
    }

    private static Path jar() {
        return ENGINE.resolve("cpython-" + PLATFORM + ".jar");
    }

    private static void unpack(Path home) throws IOException {
        try (InputStream in = Files.newInputStream(jar());
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (name.startsWith(PREFIX)
                        && !entry.isDirectory()
                        && NEEDED.matcher(name.substring(PREFIX.length())).matches()) {
                    Path file = home.resolve(name.substring(PREFIX.length()));
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
        }
        if (!home.resolve("bin/python3.14").toFile().setExecutable(true)) {
            throw new UncheckedIOException(new IOException("bin/python3.14 cannot be made executable"));
        }
    }
}
