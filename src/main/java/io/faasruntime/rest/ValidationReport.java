package io.faasruntime.rest;

import io.faasruntime.api.Validation;
import java.util.List;

/**
 * What a parser said, as JSON.
 *
 * @param valid whether no finding is an error
 * @param diagnostics the findings in source order
 */
public record ValidationReport(boolean valid, List<Entry> diagnostics) {

    /**
     * One finding; positions are 1-based, 0 where the parser gives none.
     *
     * @param message the parser's own words
     * @param line first line
     * @param column first column
     * @param endLine last line
     * @param endColumn the column after the last one
     * @param severity {@code error} or {@code warning}
     */
    public record Entry(String message, int line, int column, int endLine, int endColumn, String severity) {}

    static ValidationReport of(Validation validation) {
        List<Entry> entries = validation.diagnostics().stream()
                .map(found -> new Entry(
                        found.message(),
                        found.line(),
                        found.column(),
                        found.endLine(),
                        found.endColumn(),
                        found.severity().wireName()))
                .toList();
        return new ValidationReport(validation.valid(), entries);
    }
}
