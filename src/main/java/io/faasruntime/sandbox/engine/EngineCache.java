package io.faasruntime.sandbox.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folder engines are unpacked to, once per version and machine. Safe for threads and for several servers at a time:
 * each unpacks into a folder of its own and renames it to the final name, and the first one wins.
 *
 * <p>The name of an engine's folder holds the digest of what it was unpacked from, so a new version never meets old
 * files. The folder is its owner's alone, because whatever is in it is executed. What no server uses any more is removed.
 */
public final class EngineCache implements AutoCloseable {

    private final Path directory;
    private final ClassLoader loader;
    private final EngineUses uses;
    private final Map<String, Installed> installed = new ConcurrentHashMap<>();

    /** What this server knows about an engine. Guarded by itself. */
    private static final class Installed {
        String folder = "";
        boolean inspected;
    }

    /** @param loader where the resources come from */
    public EngineCache(Path directory, ClassLoader loader) {
        this.directory = directory;
        this.loader = loader;
        this.uses = new EngineUses(directory);
    }

    /**
     * The folder with the engine's files, unpacked now if it is not there or damaged. Blocks.
     *
     * <p>The first call looks at the content of every file, as does the first one after {@link #distrust}; later ones only at
     * their names and sizes.
     *
     * @throws IOException if a file is missing, the disk is full, or the folder belongs to somebody else
     */
    public Path install(Engine engine) throws IOException {
        Installed known = installed.computeIfAbsent(engine.name(), name -> new Installed());
        synchronized (known) {
            Path root = ownFolder(directory);
            if (known.folder.isEmpty()) {
                known.folder = engine.name() + "-" + EngineDigest.of(engine, loader);
            }
            EngineFolder home = new EngineFolder(root.resolve(known.folder));
            // Said before anybody looks, so that who removes folders either sees it or was faster than the look.
            uses.register(home.path());
            if (!(known.inspected ? home.isComplete() : home.isIntact())) {
                unpack(engine, home);
            }
            known.inspected = true;
            return home.path();
        }
    }

    /** Look closely the next time: a worker of this engine did not start. */
    public void distrust(Engine engine) {
        Installed known = installed.get(engine.name());
        if (known != null) {
            synchronized (known) {
                known.inspected = false;
            }
        }
    }

    private void unpack(Engine engine, EngineFolder home) throws IOException {
        Path fresh = Files.createTempDirectory(directory, engine.name() + EngineFolder.FRESH);
        try {
            engine.install(new EngineInstallation(loader, fresh));
            EngineFolder.seal(fresh);
            home.replaceBy(fresh);
        } finally {
            EngineFolder.deleteRecursively(fresh);
        }
    }

    /**
     * Removes the folders of engines that no server uses, and what others left behind unfinished. Blocks.
     *
     * @param rest how long a folder must not have been asked for
     */
    public void removeUnused(Duration rest) throws IOException {
        new UnusedEngines(directory, uses).remove(rest);
    }

    /** This server uses none of the folders any more. */
    @Override
    public void close() {
        uses.close();
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
}
