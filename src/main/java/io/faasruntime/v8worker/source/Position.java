package io.faasruntime.v8worker.source;

/**
 * A place in a source text.
 *
 * @param line 1-based; 0 when unknown
 * @param column 1-based, in UTF-16 units; 0 when unknown
 */
public record Position(int line, int column) {

    public static final Position UNKNOWN = new Position(0, 0);

    public boolean isKnown() {
        return line > 0;
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
