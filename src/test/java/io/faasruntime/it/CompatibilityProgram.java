package io.faasruntime.it;

import io.faasruntime.wire.JsonText;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program and what has to come of it, as the README of the compatibility suites describes.
 *
 * @param file name of the file
 * @param code the whole file
 * @param header its header by key
 */
record CompatibilityProgram(String file, String code, Map<String, String> header) {

    private static final Pattern HEADER = Pattern.compile("(?:#|//) ([a-z_.]+): (.*)");

    static CompatibilityProgram read(Path path) {
        try {
            String code = Files.readString(path);
            Map<String, String> header = new HashMap<>();
            for (String line : code.split("\n")) {
                Matcher entry = HEADER.matcher(line);
                if (!entry.matches()) {
                    break;
                }
                header.put(entry.group(1), entry.group(2).strip());
            }
            return new CompatibilityProgram(path.getFileName().toString(), code, header);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    String stdout() {
        return header.containsKey("expect.stdout")
                ? ((JsonString) JsonText.parse(header.get("expect.stdout"))).getString()
                : "";
    }

    String status() {
        return header.getOrDefault("expect.status", "success");
    }

    @Override
    public String toString() {
        return file + ": " + header.get("about");
    }
}
