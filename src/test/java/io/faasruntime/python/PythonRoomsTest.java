package io.faasruntime.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The map of the worker's rooms, as {@code src/main/python/README.md} draws it. */
class PythonRoomsTest {

    private static final Path ROOT = Path.of("src/main/python");
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "protocol", Set.of(),
            "library", Set.of(),
            "envelope", Set.of(),
            "lockdown", Set.of(),
            "child", Set.of("protocol", "library", "lockdown"),
            "parent", Set.of("protocol", "library", "lockdown", "child"));
    private static final Pattern IMPORT = Pattern.compile("^\\s*(?:from|import)\\s+(\\w+)", Pattern.MULTILINE);
    private static final int MOST_FILES = 20;

    @Test
    void roomsUseOnlyTheRoomsBelowThem() throws IOException {
        List<String> wrong = new ArrayList<>();
        int crossings = 0;
        for (String room : MAY_USE.keySet()) {
            for (Path file : filesOf(room)) {
                Matcher imports = IMPORT.matcher(Files.readString(file));
                while (imports.find()) {
                    String used = imports.group(1);
                    if (MAY_USE.containsKey(used) && !used.equals(room)) {
                        crossings++;
                        if (!MAY_USE.get(room).contains(used)) {
                            wrong.add(ROOT.relativize(file) + " uses " + used);
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(crossings > 10, "the imports were not found");
    }

    @Test
    void everyFolderIsARoomOfTheMapAndSaysWhatItHolds() throws IOException {
        Set<String> folders = new TreeSet<>();
        try (Stream<Path> entries = Files.list(ROOT)) {
            entries.filter(Files::isDirectory).map(Path::getFileName).forEach(name -> folders.add(name.toString()));
        }
        assertEquals(new TreeSet<>(MAY_USE.keySet()), folders);
        for (String room : folders) {
            assertTrue(
                    Files.readString(ROOT.resolve(room).resolve("__init__.py")).startsWith("\"\"\""), room);
            assertTrue(filesOf(room).size() <= MOST_FILES, room + " wants rooms of its own");
        }
    }

    private static List<Path> filesOf(String room) throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(room))) {
            return files.filter(file -> file.toString().endsWith(".py")).toList();
        }
    }
}
