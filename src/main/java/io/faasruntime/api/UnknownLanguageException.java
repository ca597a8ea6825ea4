package io.faasruntime.api;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;

/** No runtime has this name. The message lists every language there is. */
public final class UnknownLanguageException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public UnknownLanguageException(String name, Collection<Language> known) {
        super("unknown language '" + shortened(name) + "'; known are: "
                + known.stream().map(UnknownLanguageException::names).collect(Collectors.joining(", ")));
    }

    /** The name that was asked for, and those that exist; never null. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    private static String names(Language language) {
        return language.aliases().isEmpty()
                ? language.name()
                : language.name() + " (" + String.join(", ", language.aliases()) + ")";
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }
}
