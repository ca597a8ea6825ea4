package io.faasruntime.api;

import java.util.Objects;

/**
 * The exception, or the syntax error, that ended a run.
 *
 * @param type the class of the error as its language names it: {@code ValueError}, {@code TypeError}, {@code SyntaxError}
 * @param message the error's own message; may be empty
 * @param line 1-based line in the caller's own source; 0 when unknown
 * @param column 1-based column in that line, in UTF-16 units for JavaScript and TypeScript and in characters for Python;
 *     0 when unknown
 */
public record ExecutionError(String type, String message, int line, int column) {

    public ExecutionError {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(message, "message");
        line = Math.max(0, line);
        column = Math.max(0, column);
    }
}
