package io.faasruntime.api;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A programming language by its canonical name, with the other names people use for it.
 *
 * <p>Two languages are equal when their canonical names are. Names are compared in any case.
 *
 * @param name canonical name, lower case, as sent on the wire ({@code python}, {@code js}, {@code ts})
 * @param aliases other accepted names, lower case, without the canonical one
 */
public record Language(String name, Set<String> aliases) {

    /** Before the constants below, which need it. */
    private static final Pattern VALID_NAME = Pattern.compile("[a-z][a-z0-9_+#.-]{0,31}");

    public static final Language PYTHON = of("python", "py");
    public static final Language JAVASCRIPT = of("js", "javascript");
    public static final Language TYPESCRIPT = of("ts", "typescript");

    /** The languages every installation knows, in the order they are listed to people. */
    public static final List<Language> BUILT_IN = List.of(PYTHON, JAVASCRIPT, TYPESCRIPT);

    /**
     * @throws IllegalArgumentException if a name is not 1 to 32 characters of {@code a-z 0-9 _ + # . -} that start
     *     with a letter
     */
    public Language {
        name = canonical(name);
        Set<String> others = new LinkedHashSet<>();
        for (String alias : aliases) {
            others.add(canonical(alias));
        }
        others.remove(name);
        aliases = java.util.Collections.unmodifiableSet(others);
    }

    /** A language with the given canonical name and aliases, in any case. */
    public static Language of(String name, String... aliases) {
        return new Language(name, new LinkedHashSet<>(List.of(aliases)));
    }

    /** Whether {@code candidate} names this language: its canonical name or an alias, in any case. */
    public boolean isNamed(String candidate) {
        String normalized = candidate.strip().toLowerCase(Locale.ROOT);
        return normalized.equals(name) || aliases.contains(normalized);
    }

    private static String canonical(String candidate) {
        String normalized = Objects.requireNonNull(candidate, "name").strip().toLowerCase(Locale.ROOT);
        if (!VALID_NAME.matcher(normalized).matches()) {
            throw new IllegalArgumentException("not a language name: '" + normalized
                    + "'; allowed are 1 to 32 characters of a-z 0-9 _ + # . - that start with a letter");
        }
        return normalized;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Language language && language.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
