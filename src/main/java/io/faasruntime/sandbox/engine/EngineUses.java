package io.faasruntime.sandbox.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who uses which engine folder, told between servers by locked files, which the system unlocks however a server ends.
 *
 * <p>Each use has a file of its own: on POSIX systems a process loses its lock on a file as soon as it closes any channel to
 * it, and two applications of one server are one process. Safe for threads.
 */
final class EngineUses implements AutoCloseable {

    /** The folder of these files, beside the engines. */
    static final String FOLDER = "uses";

    private static final String UNLOCKED = "new-";
    private static final String LOCKED = ".lock";
    private static final String SEEN = ".seen";
    /** Numbers of processes come back, in containers always the same ones, so the time belongs to it. */
    private static final String OWN = "+" + ProcessHandle.current().pid() + "-"
            + ProcessHandle.current()
                    .info()
                    .startInstant()
                    .orElse(Instant.EPOCH)
                    .toEpochMilli() + "-";

    private final Path folder;
    private final Map<Path, Use> held = new HashMap<>();

    /** A lock of ours. */
    private record Use(Path file, FileChannel channel) {}

    EngineUses(Path cache) {
        this.folder = cache.resolve(FOLDER);
    }

    /** From now on, until the end, this server uses {@code home}. */
    synchronized void register(Path home) throws IOException {
        if (!held.containsKey(home)) {
            Files.createDirectories(folder);
            held.put(home, lock(folder.resolve(home.getFileName() + OWN + UUID.randomUUID() + LOCKED)));
        }
        Path seen = seen(home);
        Files.write(seen, new byte[0]);
        Files.setLastModifiedTime(seen, FileTime.from(Instant.now()));
    }

    /** Only a locked file gets the name that others look for: they take an unlocked one for a leftover. */
    private Use lock(Path file) throws IOException {
        Path unlocked = Files.createTempFile(folder, UNLOCKED, LOCKED);
        FileChannel channel = FileChannel.open(unlocked, StandardOpenOption.WRITE);
        try {
            channel.lock();
            Files.move(unlocked, file, StandardCopyOption.ATOMIC_MOVE);
            return new Use(file, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Whether a server that lives uses {@code home}. */
    synchronized boolean isUsed(Path home) throws IOException {
        String prefix = home.getFileName() + "+";
        boolean used = false;
        for (Path file : files()) {
            String name = file.getFileName().toString();
            if (name.startsWith(prefix)) {
                used |= name.startsWith(home.getFileName() + OWN) || isLocked(file);
            }
        }
        return used;
    }

    /** Removes the files of servers that are gone. */
    void forgetTheDead() throws IOException {
        for (Path file : files()) {
            String name = file.getFileName().toString();
            if (name.endsWith(LOCKED) && !name.startsWith(UNLOCKED) && !name.contains(OWN)) {
                isLocked(file);
            }
        }
    }

    /** When a server began to use {@code home}, as long as servers write that down; else when it was unpacked. */
    Instant lastAskedFor(Path home, Instant unknown) throws IOException {
        Path seen = seen(home);
        return Files.exists(seen) ? Files.getLastModifiedTime(seen).toInstant() : unknown;
    }

    /** Forgets a folder that is gone. */
    void forget(Path home) throws IOException {
        Files.deleteIfExists(seen(home));
    }

    private Path seen(Path home) {
        return folder.resolve(home.getFileName() + SEEN);
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** A file that nobody locks any more is removed. */
    private static boolean isLocked(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                return true;
            }
            Files.deleteIfExists(file);
            return false;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        for (Use use : held.values()) {
            try {
                Files.deleteIfExists(use.file());
                use.channel().close();
            } catch (IOException e) {
                // The lock goes with the process at the latest, and its file when somebody sees that nobody holds it.
            }
        }
        held.clear();
    }
}
