package io.faasruntime.faas.answer;

import io.faasruntime.api.Language;
import java.util.Map;
import java.util.Optional;

/** How uncaught errors read in the stderr of servers that show no envelope. */
@FunctionalInterface
interface StackTraces {

    /** For languages that are configuration only: nothing is known of them. */
    StackTraces UNKNOWN = answer -> Optional.empty();

    StackTraces SCRIPT = new JavaScriptTraces();

    Map<Language, StackTraces> KNOWN = Map.of(
            Language.PYTHON, new PythonTraces(),
            Language.JAVASCRIPT, SCRIPT,
            Language.TYPESCRIPT, SCRIPT);

    static StackTraces of(Language language) {
        return KNOWN.getOrDefault(language, UNKNOWN);
    }

    /** The uncaught error at the end of stderr. */
    Optional<StackTrace> in(Answer answer);
}
