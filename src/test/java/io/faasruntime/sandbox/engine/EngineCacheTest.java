package io.faasruntime.sandbox.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.api.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
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

    /** Installs one small file of this application. */
    private static class SmallEngine implements Engine {

        final AtomicInteger installations = new AtomicInteger();
        final List<String> resources;

        SmallEngine(String... resources) {
            this.resources = List.of(resources);
        }

        @Override
        public String name() {
            return "small";
        }

        @Override
        public List<Language> languages() {
            return List.of();
        }

        @Override
        public Optional<String> unsupportedReason() {
            return Optional.empty();
        }

        @Override
        public List<String> resources() {
            return resources;
        }

        @Override
        public void install(EngineInstallation installation) throws IOException {
            installations.incrementAndGet();
            for (String resource : resources) {
                installation.copy(resource, "files/" + resource);
            }
        }

        @Override
        public List<String> command(Path home, int memoryMb) {
            return List.of();
        }

        @Override
        public boolean memoryFixedAtLaunch() {
            return false;
        }
    }

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
        try (Stream<Path> left = Files.list(directory.resolve("cache"))) {
            assertEquals(1, left.count());
        }
    }

    @Test
    void namesTheFileThatIsMissingAndLeavesNothingBehind() throws IOException {
        IOException error =
                assertThrows(IOException.class, () -> cache().install(new SmallEngine(WORKER, "v8/nothing.jar")));
        assertTrue(error.getMessage().contains("v8/nothing.jar"), error.getMessage());
        try (Stream<Path> left = Files.list(directory.resolve("cache"))) {
            assertEquals(0, left.count());
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
