package io.faasruntime.sandbox.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Removes engine folders that no server uses, and nothing else: somebody may have put the cache among other things. */
final class UnusedEngines {

    private static final Logger LOG = Logger.getLogger(UnusedEngines.class.getName());
    private static final String REMOVED = "removed-";
    private static final Pattern HOME = Pattern.compile("[a-z0-9.-]+-[0-9a-f]{" + EngineDigest.LENGTH + "}");
    private static final Pattern LEFTOVER = Pattern.compile(
            "([a-z0-9.-]+" + EngineFolder.FRESH + "|" + EngineFolder.DAMAGED + "|" + REMOVED + ")[0-9]+");
    /** A folder of a server that writes no uses down, or one that is being filled: nobody can tell whether it is in use. */
    private static final Duration UNKNOWN_USE = Duration.ofDays(1);

    private final Path cache;
    private final EngineUses uses;

    UnusedEngines(Path cache, EngineUses uses) {
        this.cache = cache;
        this.uses = uses;
    }

    void remove(Duration rest) throws IOException {
        uses.forgetTheDead();
        for (Path folder : folders()) {
            String name = folder.getFileName().toString();
            if (LEFTOVER.matcher(name).matches() && isOlder(modified(folder), UNKNOWN_USE)) {
                EngineFolder.deleteRecursively(folder);
            } else if (HOME.matcher(name).matches() && mayGo(folder, rest)) {
                remove(folder);
            }
        }
    }

    private List<Path> folders() throws IOException {
        if (!Files.isDirectory(cache)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(cache)) {
            return all.filter(Files::isDirectory).toList();
        }
    }

    private boolean mayGo(Path home, Duration rest) throws IOException {
        Path manifest = home.resolve(EngineFolder.MANIFEST);
        if (!Files.exists(manifest) || uses.isUsed(home)) {
            return false;
        }
        Instant unknown = modified(manifest).plus(UNKNOWN_USE);
        return isOlder(uses.lastAskedFor(home, unknown), rest);
    }

    /** Takes the folder out of sight first: a server that began to use it meanwhile gets it back, or unpacks its own. */
    private void remove(Path home) throws IOException {
        Path gone = Files.createTempDirectory(cache, REMOVED);
        Files.move(home, gone, StandardCopyOption.ATOMIC_MOVE);
        if (uses.isUsed(home) && !Files.exists(home)) {
            Files.move(gone, home, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        EngineFolder.deleteRecursively(gone);
        uses.forget(home);
        LOG.log(Level.INFO, "removed the engine folder {0}, which no server uses any more", home.getFileName());
    }

    private static Instant modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }

    private static boolean isOlder(Instant moment, Duration age) {
        return moment.plus(age).isBefore(Instant.now());
    }
}
