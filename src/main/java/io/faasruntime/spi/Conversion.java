package io.faasruntime.spi;

import io.faasruntime.api.ExecutionError;
import java.util.Optional;

/**
 * Code in one language that has become code in another, or why it has not.
 *
 * @param code what it has become; empty when it has errors
 * @param positions the way back to the source
 * @param error what is wrong with the source, and where
 */
public record Conversion(String code, Positions positions, Optional<ExecutionError> error) {

    /** Code that has become {@code code}. */
    public static Conversion of(String code, Positions positions) {
        return new Conversion(code, positions, Optional.empty());
    }

    /** Code that cannot be parsed. */
    public static Conversion failed(ExecutionError error) {
        return new Conversion("", Position::new, Optional.of(error));
    }

    /** The position in the source for a position in {@link #code()}, both 1-based. */
    public Position source(int line, int column) {
        return positions.source(line, column);
    }

    /** Neither of the two codes. */
    @Override
    public String toString() {
        return "Conversion[" + code.length() + " characters]";
    }

    /** From positions in what code has become to positions in what it was. */
    @FunctionalInterface
    public interface Positions {
        Position source(int line, int column);
    }

    /**
     * A place in a source text.
     *
     * @param line 1-based
     * @param column 1-based
     */
    public record Position(int line, int column) {}
}
