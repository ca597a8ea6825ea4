package io.faasruntime.sandbox.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * An unpacked engine and the manifest that says what belongs to it.
 *
 * @param path the folder
 */
record EngineFolder(Path path) {

    static final String MANIFEST = "manifest";
    /** In the names of folders that are being filled, and of those that are being emptied. */
    static final String FRESH = "-new-";

    static final String DAMAGED = "damaged-";

    private static final int BUFFER_BYTES = 1 << 16;

    /** Whether every file is there, in its size. */
    boolean isComplete() {
        return matches(false);
    }

    /** Whether every file is there, byte for byte: a power failure leaves files of the right size that hold zeros. */
    boolean isIntact() {
        return matches(true);
    }

    private boolean matches(boolean content) {
        try {
            Map<String, String> expected = manifest();
            Map<String, String> found = listing(path, content);
            return content
                    ? found.equals(expected)
                    : found.size() == expected.size()
                            && found.entrySet().stream()
                                    .allMatch(file -> expected.getOrDefault(file.getKey(), "")
                                            .startsWith(file.getValue()));
        } catch (IOException e) {
            return false;
        }
    }

    /** Writes down what is in {@code folder}. */
    static void seal(Path folder) throws IOException {
        String lines = listing(folder, true).entrySet().stream()
                .map(file -> file.getValue() + " " + file.getKey())
                .collect(Collectors.joining("\n"));
        Files.writeString(folder.resolve(MANIFEST), lines);
    }

    /** Gives {@code fresh}, which is sealed, this folder's place. */
    void replaceBy(Path fresh) throws IOException {
        if (Files.exists(path) && !isIntact()) {
            Path damaged = Files.createTempDirectory(path.getParent(), DAMAGED);
            Files.move(path, damaged, StandardCopyOption.ATOMIC_MOVE);
            deleteRecursively(damaged);
        }
        try {
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // Renaming onto a folder with files fails: another server was faster, and its files are the same.
            if (!isComplete()) {
                throw e;
            }
        }
    }

    /** Size and check sum of each file. */
    private Map<String, String> manifest() throws IOException {
        Map<String, String> files = new HashMap<>();
        for (String line : Files.readAllLines(path.resolve(MANIFEST))) {
            String[] words = line.split(" ", 3);
            if (words.length == 3) {
                files.put(words[2], words[0] + " " + words[1]);
            }
        }
        return files;
    }

    private static Map<String, String> listing(Path home, boolean content) throws IOException {
        Map<String, String> files = new TreeMap<>();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (Stream<Path> all = Files.walk(home)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                if (!file.endsWith(MANIFEST)) {
                    String sum = content ? Long.toHexString(checkSum(file, buffer)) : "";
                    files.put(home.relativize(file).toString(), Files.size(file) + " " + sum);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return files;
    }

    /** Against accidents only: nobody but the server's own user can write here. */
    private static long checkSum(Path file, byte[] buffer) throws IOException {
        CRC32C sum = new CRC32C();
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sum.update(buffer, 0, read);
            }
        }
        return sum.getValue();
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
}
