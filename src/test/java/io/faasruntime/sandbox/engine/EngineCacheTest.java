package io.faasruntime.sandbox.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineCacheTest {

    @TempDir
    Path directory;

    private EngineCache cache() {
        return new EngineCache(directory.resolve("cache"), EngineCacheTest.class.getClassLoader());
    }

    private static final String WORKER = "v8/faas-runtime-v8-worker.jar";
    private static final String OTHER = "cpython/faas-runtime-python-worker.jar";

    @Test
    void unpacksOnceForAVersion() throws IOException {
        SmallEngine engine = new SmallEngine(WORKER);
        Path home = cache().install(engine);
        assertEquals(home, cache().install(engine));
        assertEquals(1, engine.installations.get());
        assertTrue(Files.size(home.resolve("files").resolve(WORKER)) > 0);
        assertNotEquals(home, cache().install(new SmallEngine(OTHER)));
    }

    @Test
    void mendsFilesThatWereLostOrCut() throws IOException {
        SmallEngine engine = new SmallEngine(WORKER, OTHER);
        Path home = cache().install(engine);
        Files.delete(home.resolve("files").resolve(WORKER));
        assertEquals(home, cache().install(engine));
        Files.writeString(home.resolve("files").resolve(OTHER), "cut");
        assertEquals(home, cache().install(engine));
        assertEquals(3, engine.installations.get());
        assertTrue(Files.size(home.resolve("files").resolve(OTHER)) > 3);
    }

    @Test
    void lateComersUseTheFilesOfTheFirst() throws Exception {
        int servers = 8;
        CyclicBarrier together = new CyclicBarrier(servers);
        ExecutorService threads = Executors.newFixedThreadPool(servers);
        Callable<Path> start = () -> {
            together.await(10, TimeUnit.SECONDS);
            return cache().install(new SmallEngine(WORKER, OTHER));
        };
        try {
            List<Future<Path>> homes = threads.invokeAll(
                    Stream.generate(() -> start).limit(servers).toList());
            Set<Path> different = homes.stream().map(EngineCacheTest::get).collect(Collectors.toSet());
            assertEquals(1, different.size());
        } finally {
            threads.shutdownNow();
        }
        assertEquals(1, engineFolders());
    }

    @Test
    void namesTheFileThatIsMissingAndLeavesNothingBehind() throws IOException {
        IOException error =
                assertThrows(IOException.class, () -> cache().install(new SmallEngine(WORKER, "v8/nothing.jar")));
        assertTrue(error.getMessage().contains("v8/nothing.jar"), error.getMessage());
        assertEquals(0, engineFolders());
    }

    /** All that is there but the folder in which servers say what they use. */
    private long engineFolders() throws IOException {
        try (Stream<Path> left = Files.list(directory.resolve("cache"))) {
            return left.filter(folder -> !folder.endsWith(EngineUses.FOLDER)).count();
        }
    }

    @Test
    void readsTheFilesOfAnEngineOncePerServer() throws IOException {
        AtomicInteger opened = new AtomicInteger();
        ClassLoader counting = new ClassLoader(EngineCacheTest.class.getClassLoader()) {
            @Override
            public InputStream getResourceAsStream(String name) {
                opened.incrementAndGet();
                return super.getResourceAsStream(name);
            }
        };
        SmallEngine engine = new SmallEngine(WORKER, OTHER);
        try (EngineCache cache = new EngineCache(directory.resolve("cache"), counting)) {
            cache.install(engine);
            int first = opened.get();
            for (int i = 0; i < 5; i++) {
                cache.install(engine);
            }
            assertEquals(first, opened.get());
        }
    }

    @Test
    void noticesAFileOfTheRightSizeThatHoldsSomethingElse() throws IOException {
        SmallEngine engine = new SmallEngine(WORKER, OTHER);
        Path home = cache().install(engine);
        Path file = home.resolve("files").resolve(WORKER);
        byte[] good = Files.readAllBytes(file);
        Files.write(file, new byte[good.length]);
        // As after a power failure: another server looks for the first time.
        assertEquals(home, cache().install(engine));
        assertArrayEquals(good, Files.readAllBytes(file));
    }

    @Test
    void looksCloselyAgainAfterAFailedStart() throws IOException {
        SmallEngine engine = new SmallEngine(WORKER, OTHER);
        try (EngineCache cache = cache()) {
            Path file = cache.install(engine).resolve("files").resolve(WORKER);
            byte[] good = Files.readAllBytes(file);
            Files.write(file, new byte[good.length]);
            cache.distrust(engine);
            cache.install(engine);
            assertArrayEquals(good, Files.readAllBytes(file));
            assertEquals(2, engine.installations.get());
        }
    }

    @Test
    void isItsOwnersAlone() throws IOException {
        cache().install(new SmallEngine(WORKER));
        assertEquals(
                "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("cache"))));
    }

    private static Path get(Future<Path> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
