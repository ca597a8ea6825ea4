package io.faasruntime.api;

import java.util.List;

/**
 * What a parser says of a piece of code. Nothing was executed.
 *
 * @param diagnostics its findings, in source order; none when the code is clean
 */
public record Validation(List<Diagnostic> diagnostics) {

    public Validation {
        diagnostics = List.copyOf(diagnostics);
    }

    /** Whether the code can run as far as its parser can tell: no finding is an error. */
    public boolean valid() {
        return diagnostics.stream().noneMatch(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR);
    }
}
