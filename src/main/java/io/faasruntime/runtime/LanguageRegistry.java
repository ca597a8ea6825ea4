package io.faasruntime.runtime;

import io.faasruntime.api.Language;
import io.faasruntime.api.UnknownLanguageException;
import io.faasruntime.spi.ExecutionBackend;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every language there is: the built-in ones and those that backends bring along. Immutable. */
final class LanguageRegistry {

    private final List<Language> languages;

    /** @throws IllegalStateException if two languages claim the same name */
    LanguageRegistry(Collection<ExecutionBackend> backends) {
        Map<String, Language> byName = new LinkedHashMap<>();
        Language.BUILT_IN.forEach(language -> add(byName, language));
        for (ExecutionBackend backend : backends) {
            backend.languages().forEach(language -> add(byName, language));
        }
        languages = byName.values().stream().distinct().toList();
    }

    private static void add(Map<String, Language> byName, Language language) {
        List<String> names = new ArrayList<>(language.aliases());
        names.add(0, language.name());
        for (String name : names) {
            Language other = byName.putIfAbsent(name, language);
            if (other != null && !other.equals(language)) {
                throw new IllegalStateException(
                        "the name '" + name + "' belongs to language " + other + " and cannot lead to " + language);
            }
        }
    }

    List<Language> all() {
        return languages;
    }

    /** @throws UnknownLanguageException if no language has this name */
    Language named(String name) {
        return languages.stream()
                .filter(language -> language.isNamed(name))
                .findFirst()
                .orElseThrow(() -> new UnknownLanguageException(name, languages));
    }
}
