package io.faasruntime.api;

import java.util.Locale;
import java.util.Objects;

/**
 * One finding of a parser, with 1-based positions in the caller's own source; 0 where the parser gives none.
 *
 * @param message the parser's own words
 * @param line first line
 * @param column first column
 * @param endLine last line
 * @param endColumn the column after the last one
 * @param severity how bad it is
 */
public record Diagnostic(String message, int line, int column, int endLine, int endColumn, Severity severity) {

    public Diagnostic {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(severity, "severity");
    }

    /** How bad a finding is: code with an {@code ERROR} does not run. */
    public enum Severity {
        ERROR,
        WARNING;

        /** The name on the wire: {@code error}, {@code warning}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
