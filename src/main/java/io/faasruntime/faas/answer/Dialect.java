package io.faasruntime.faas.answer;

import io.faasruntime.api.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How code in one language is put into an envelope. The envelopes themselves are programs in that language. */
@FunctionalInterface
interface Dialect {

    Dialect SCRIPT = new JavaScriptDialect();

    Map<Language, Dialect> KNOWN = Map.of(
            Language.PYTHON, new PythonDialect(),
            Language.JAVASCRIPT, SCRIPT,
            Language.TYPESCRIPT, SCRIPT);

    /** Empty for languages that are configuration only: their code is sent as it is. */
    static Optional<Dialect> of(Language language) {
        return Optional.ofNullable(KNOWN.get(language));
    }

    /** The text that is sent. */
    String text(Enclosure enclosed);

    /** A program among our resources. */
    static String program(String resource) {
        try (InputStream in =
                Objects.requireNonNull(Dialect.class.getClassLoader().getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }
}
