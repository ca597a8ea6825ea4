package io.faasruntime.it.hostile;

import io.faasruntime.wire.JsonText;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One file of {@code src/test/resources/hostile}: code, and what has to come of it.
 *
 * @param name the file's name
 * @param header keys and values, see the README there
 */
record HostileCase(String language, String name, String code, Map<String, String> header) {

    private static final Path FOLDER = Path.of("src/test/resources/hostile");
    private static final Pattern HEADER_LINE = Pattern.compile("(?:#|//) ([a-z_.]+): *(.*?) *");
    private static final String PROBE = "probe";

    /** Every case of a language, the probe left out, sorted by name. */
    static List<HostileCase> all(String language) {
        try (Stream<Path> files = Files.list(folder(language))) {
            return files.filter(file -> !isProbe(file))
                    .sorted()
                    .map(file -> read(language, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HostileCase probe(String language) {
        try (Stream<Path> files = Files.list(folder(language))) {
            return read(language, files.filter(HostileCase::isProbe).findFirst().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(String language) {
        Map<String, String> names = Map.of("js", "javascript", "ts", "typescript");
        return FOLDER.resolve(names.getOrDefault(language, language));
    }

    private static boolean isProbe(Path file) {
        return file.getFileName().toString().startsWith(PROBE + ".");
    }

    private static HostileCase read(String language, Path file) {
        try {
            String code = Files.readString(file);
            return new HostileCase(language, file.getFileName().toString(), code, header(code));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> header(String code) {
        Map<String, String> header = new LinkedHashMap<>();
        for (String line : code.split("\n")) {
            Matcher matcher = HEADER_LINE.matcher(line);
            if (!matcher.matches()) {
                break;
            }
            header.put(matcher.group(1), unquoted(matcher.group(2)));
        }
        return header;
    }

    private static String unquoted(String value) {
        return value.startsWith("\"") ? ((JsonString) JsonText.parse(value)).getString() : value;
    }

    Optional<String> expected(String what) {
        return Optional.ofNullable(header.get("expect." + what));
    }

    Duration timeLimit() {
        return Duration.ofMillis(limit("timeout_ms", 2000));
    }

    /** How often the probe runs after this case. */
    int probes() {
        return name.startsWith("state-") ? 100 : 1;
    }

    JsonObject request() {
        JsonObjectBuilder limits = JsonText.PROVIDER
                .createObjectBuilder()
                .add("memory_mb", limit("memory_mb", 128))
                .add("max_output_bytes", limit("max_output_bytes", 1 << 20));
        return JsonText.PROVIDER
                .createObjectBuilder()
                .add("code", code)
                .add("timeout", timeLimit().toMillis())
                .add("limits", limits)
                .build();
    }

    private long limit(String key, long otherwise) {
        return Long.parseLong(header.getOrDefault("limits." + key, Long.toString(otherwise)));
    }

    @Override
    public String toString() {
        return language + ": " + name;
    }
}
