package io.faasruntime.sandbox.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The folder engines are unpacked to, once per version and machine. Safe for threads and for several servers at a time:
 * each unpacks into a folder of its own and renames it to the final name, and the first one wins.
 *
 * <p>The name of an engine's folder holds the digest of what it was unpacked from, so a new version never meets old
 * files. The folder is its owner's alone, because whatever is in it is executed.
 */
public final class EngineCache {

    private static final String MANIFEST = "manifest";

    private final Path directory;
    private final ClassLoader loader;

    public EngineCache(Path directory, ClassLoader loader) {
        this.directory = directory;
        this.loader = loader;
    }

    /**
     * The folder with the engine's files, unpacked now if it is not there or damaged. Blocks.
     *
     * @throws IOException if a file is missing, the disk is full, or the folder belongs to somebody else
     */
    public Path install(Engine engine) throws IOException {
        Path root = ownFolder(directory);
        Path home = root.resolve(engine.name() + "-" + digest(engine));
        if (isComplete(home)) {
            return home;
        }
        Path fresh = Files.createTempDirectory(root, engine.name() + "-new-");
        try {
            engine.install(new EngineInstallation(loader, fresh));
            Files.writeString(fresh.resolve(MANIFEST), String.join("\n", listing(fresh)));
            publish(fresh, home);
        } finally {
            deleteRecursively(fresh);
        }
        return home;
    }

    private static void publish(Path fresh, Path home) throws IOException {
        if (Files.exists(home) && !isComplete(home)) {
            Path damaged = Files.createTempDirectory(home.getParent(), "damaged-");
            Files.move(home, damaged, StandardCopyOption.ATOMIC_MOVE);
            deleteRecursively(damaged);
        }
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // Renaming onto a folder with files fails: another server was faster, and its files are the same.
            if (!isComplete(home)) {
                throw e;
            }
        }
    }

    private static boolean isComplete(Path home) {
        Path manifest = home.resolve(MANIFEST);
        try {
            return Files.exists(manifest) && Files.readString(manifest).equals(String.join("\n", listing(home)));
        } catch (IOException e) {
            return false;
        }
    }

    /** Every file with its size, sorted. */
    private static Set<String> listing(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(MANIFEST))
                    .map(file -> home.relativize(file) + " " + size(file))
                    .collect(TreeSet::new, Set::add, Set::addAll);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String digest(Engine engine) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        // Engines keep what they prepare for this JVM and this system beside the files it was made of.
        for (String property : List.of("java.home", "java.vm.version", "os.arch", "os.version")) {
            digest.update(System.getProperty(property, "").getBytes(StandardCharsets.UTF_8));
        }
        for (String resource : engine.resources()) {
            digest.update(resource.getBytes(StandardCharsets.UTF_8));
            try (InputStream in = EngineInstallation.open(loader, resource)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 10);
    }

    private static Path ownFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        // A folder under a shared one could have been laid there by somebody who wants his files executed.
        String owner = Files.getOwner(folder).getName();
        String self = System.getProperty("user.name");
        if (!owner.equals(self)) {
            throw new IOException("the engine folder " + folder + " belongs to " + owner + ", not to " + self
                    + "; set faas-runtime.sandbox.cache-directory to a folder of the server's own");
        }
        Set<PosixFilePermission> ownerOnly = PosixFilePermissions.fromString("rwx------");
        Files.setPosixFilePermissions(folder, ownerOnly);
        return folder;
    }

    static void deleteRecursively(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                List<Path> deepestFirst =
                        files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : deepestFirst) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
