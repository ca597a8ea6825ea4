package io.faasruntime.access.credential;

import io.faasruntime.config.InvalidConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The API keys that count.
 *
 * @param keys in the order they were written down
 */
public record KeyRing(List<ApiKey> keys) {

    public static final KeyRing EMPTY = new KeyRing(List.of());

    public KeyRing {
        keys = List.copyOf(keys);
    }

    /** Keys from a setting. What stands there is never repeated in a message: somebody may have put the key itself. */
    public static KeyRing of(String setting, List<String> lines) {
        List<ApiKey> keys = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String which = "(entry " + (i + 1) + ", not shown)";
            ApiKey key = ApiKey.parse(lines.get(i))
                    .orElseThrow(() -> new InvalidConfigurationException(setting, which, ApiKey.FORM));
            if (!names.add(key.name())) {
                throw new InvalidConfigurationException(setting, key.name(), "each name once");
            }
            keys.add(key);
        }
        return new KeyRing(keys);
    }

    /** Keys from a file, one a line; empty lines and lines that begin with {@code #} say nothing. */
    public static KeyRing ofFile(String setting, String file) {
        try {
            List<String> lines = Files.readAllLines(Path.of(file)).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
            return of(setting, lines);
        } catch (IOException | InvalidPathException e) {
            throw new InvalidConfigurationException(setting, file, "a file that the server can read, a key a line");
        }
    }

    public KeyRing and(KeyRing others) {
        List<ApiKey> all = new ArrayList<>(keys);
        all.addAll(others.keys);
        return new KeyRing(all);
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** The entry of {@code presented}. Compares with every key, so that the time it takes says nothing of where it is. */
    public Optional<ApiKey> find(String presented) {
        ApiKey.Hash hash = ApiKey.Hash.ofKey(presented);
        Optional<ApiKey> found = Optional.empty();
        for (ApiKey key : keys) {
            if (key.hash().equals(hash)) {
                found = Optional.of(key);
            }
        }
        return found;
    }
}
