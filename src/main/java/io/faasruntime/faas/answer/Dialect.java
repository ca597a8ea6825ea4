package io.faasruntime.faas.answer;

import io.faasruntime.api.Language;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What foreign servers of one language need in front of the code, and how their errors read. */
interface Dialect {

    /** For languages that are configuration only: nothing is known of them. */
    Dialect UNKNOWN = new Dialect() {
        @Override
        public PreparedCode prepare(String code, @Nullable String inputJson, @Nullable String stdin) {
            return PreparedCode.asIs(code);
        }

        @Override
        public Optional<StackTrace> stackTrace(Answer answer) {
            return Optional.empty();
        }

        @Override
        public boolean tellsErrorsByStackOnly() {
            return false;
        }
    };

    JavaScriptDialect SCRIPT = new JavaScriptDialect();

    Map<Language, Dialect> KNOWN = Map.of(
            Language.PYTHON, new PythonDialect(),
            Language.JAVASCRIPT, SCRIPT,
            Language.TYPESCRIPT, SCRIPT);

    static Dialect of(Language language) {
        return KNOWN.getOrDefault(language, UNKNOWN);
    }

    /** {@code code} with {@code return_val}, {@code input} and standard input for servers that have none of them. */
    PreparedCode prepare(String code, @Nullable String inputJson, @Nullable String stdin);

    /** The uncaught error at the end of stderr, with positions in the code as it was sent. */
    Optional<StackTrace> stackTrace(Answer answer);

    /** Whether servers say "success" of a run that left a stack trace in stderr. */
    boolean tellsErrorsByStackOnly();
}
