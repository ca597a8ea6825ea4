package io.faasruntime.sandbox.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class UnusedEnginesTest {

    private static final String MINE = "v8/faas-runtime-v8-worker.jar";
    private static final String THEIRS = "cpython/faas-runtime-python-worker.jar";

    @TempDir
    Path directory;

    private EngineCache cache;
    private Process other;

    @BeforeEach
    void open() {
        cache = new EngineCache(directory, UnusedEnginesTest.class.getClassLoader());
    }

    @AfterEach
    void end() throws InterruptedException {
        cache.close();
        if (other != null) {
            other.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
    }

    private Path startOther() throws IOException {
        other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherServer.class.getName(),
                        directory.toString(),
                        THEIRS)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8));
        return Path.of(said.readLine());
    }

    @Test
    void keepsWhatAnotherServerUsesForAsLongAsItLives() throws Exception {
        Path mine = cache.install(new SmallEngine(MINE));
        Path theirs = startOther();
        cache.removeUnused(Duration.ZERO);
        assertTrue(Files.exists(mine));
        assertTrue(Files.exists(theirs));

        other.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        cache.removeUnused(Duration.ZERO);
        assertTrue(Files.exists(mine));
        assertFalse(Files.exists(theirs));
    }

    @Test
    void keepsWhatWasAskedForNotLongAgo() throws IOException {
        Path home = cache.install(new SmallEngine(THEIRS));
        cache.close();
        cache.removeUnused(Duration.ofHours(1));
        assertTrue(Files.exists(home));
        cache.removeUnused(Duration.ZERO);
        assertFalse(Files.exists(home));
    }

    @Test
    void waitsADayForServersThatDoNotSayWhatTheyUse() throws IOException {
        Path home = cache.install(new SmallEngine(THEIRS));
        cache.close();
        EngineFolder.deleteRecursively(directory.resolve(EngineUses.FOLDER));
        cache.removeUnused(Duration.ZERO);
        assertTrue(Files.exists(home));
        age(home.resolve(EngineFolder.MANIFEST));
        cache.removeUnused(Duration.ZERO);
        assertFalse(Files.exists(home));
    }

    @Test
    void removesNothingButEngineFoldersAndTheirLeftovers() throws IOException {
        Path photographs = Files.createDirectories(directory.resolve("photographs-2026"));
        Path looksLikeOne = Files.createDirectories(directory.resolve("album-0123456789abcdef0123"));
        Path unfinished = Files.createDirectories(directory.resolve("small-new-4711"));
        Path underWay = Files.createDirectories(directory.resolve("small-new-4712"));
        Files.writeString(unfinished.resolve("half"), "a file");
        for (Path folder : new Path[] {photographs, looksLikeOne, unfinished}) {
            age(folder);
        }
        cache.removeUnused(Duration.ZERO);
        assertTrue(Files.exists(photographs));
        assertTrue(Files.exists(looksLikeOne));
        assertTrue(Files.exists(underWay));
        assertFalse(Files.exists(unfinished));
    }

    private static void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    }
}
