package io.faasruntime.wire;

import io.faasruntime.api.Language;
import java.util.Map;
import java.util.Optional;

/**
 * Source of {@code return_val} for services that offer none: the two forms that coze-loop's servers understand.
 *
 * <p>Python prints the value between two marker lines; JavaScript prints it, and the server takes the last line of
 * stdout that is a JSON object. A string is handed over as it is, anything else as JSON on one line.
 */
public final class ReturnValPrelude {

    /** The line of stdout in front of a value. */
    public static final String START = "__COZE_RETURN_VAL_START__";

    /** The line of stdout after a value. */
    public static final String END = "__COZE_RETURN_VAL_END__";

    private static final String PYTHON = """
            def return_val(value):
                import json
                text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
                print("%s")
                print(text)
                print("%s")
            """.formatted(START, END);

    private static final String JAVASCRIPT = """
            function return_val(value) {
              const text = typeof value === "string" ? value : JSON.stringify(value);
              console.log(text === undefined ? "" : text);
            }
            """;

    private static final Map<Language, String> PRELUDES = Map.of(
            Language.PYTHON, PYTHON,
            Language.JAVASCRIPT, JAVASCRIPT,
            Language.TYPESCRIPT, JAVASCRIPT.replaceFirst("\\(value\\)", "(value: unknown): void"));

    private ReturnValPrelude() {}

    /** The prelude of {@code language}, ending with a line break; empty for a language without a known one. */
    public static Optional<String> forLanguage(Language language) {
        return Optional.ofNullable(PRELUDES.get(language));
    }
}
