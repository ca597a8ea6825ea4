package io.faasruntime.sandbox.engine;

import io.faasruntime.sandbox.process.DaemonThreads;
import io.faasruntime.sandbox.process.Ending;
import io.faasruntime.sandbox.process.LastWords;
import io.faasruntime.sandbox.process.WorkerDeath;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Copies and unpacks an engine's class path resources into a folder. Used by one thread. */
public final class EngineInstallation {

    private static final String ROOT = "META-INF/faas-runtime/engines/";

    private final ClassLoader loader;
    private final Path target;

    EngineInstallation(ClassLoader loader, Path target) {
        this.loader = loader;
        this.target = target;
    }

    static InputStream open(ClassLoader loader, String resource) throws IOException {
        InputStream stream = loader.getResourceAsStream(ROOT + resource);
        if (stream == null) {
            throw new FileNotFoundException("the engine file " + resource + " is missing from this application");
        }
        return stream;
    }

    /** Copies {@code resource} to the file {@code destination} in the target folder. */
    public void copy(String resource, String destination) throws IOException {
        try (InputStream in = open(loader, resource)) {
            write(in, resolve(destination));
        }
    }

    /**
     * Unpacks the zip file {@code resource} into the folder {@code destination} of the target folder.
     *
     * @param prefix entries outside of it are left out; it is cut off the names of the others
     * @param wanted which of the remaining entries to write, by their name without the prefix
     */
    public void unpack(String resource, String prefix, String destination, Predicate<String> wanted)
            throws IOException {
        try (ZipInputStream zip = new ZipInputStream(open(loader, resource))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory() && entry.getName().startsWith(prefix)) {
                    String name = entry.getName().substring(prefix.length());
                    if (wanted.test(name)) {
                        write(zip, resolve(destination + "/" + name));
                    }
                }
            }
        }
    }

    /** Makes a file of the target folder executable for its owner. */
    public void makeExecutable(String file) throws IOException {
        Files.setPosixFilePermissions(resolve(file), PosixFilePermissions.fromString("rwx------"));
    }

    /** The folder that becomes the engine's home once it is complete, under another name. */
    public Path target() {
        return target;
    }

    /**
     * Runs a program of the engine, with an empty environment, and waits for it.
     *
     * @throws IOException if it does not end with exit code 0 within {@code limit}
     */
    public void run(List<String> command, Duration limit) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(target.toFile()).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        Process process = builder.start();
        LastWords words = new LastWords(process.getErrorStream());
        try {
            words.start(DaemonThreads.named("faas-runtime-install"));
            process.getOutputStream().close();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("the engine was not prepared within " + limit);
            }
            words.awaitEnd();
            if (process.exitValue() != 0) {
                throw new IOException("the engine could not be prepared: "
                        + new WorkerDeath(Ending.DEATH, process.exitValue(), words.text()).describe());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the engine was prepared");
        } finally {
            process.destroyForcibly();
        }
    }

    private Path resolve(String file) throws IOException {
        Path path = target.resolve(file).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("an engine file would leave its folder: " + file);
        }
        return path;
    }

    private static void write(InputStream in, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.copy(in, file);
    }
}
