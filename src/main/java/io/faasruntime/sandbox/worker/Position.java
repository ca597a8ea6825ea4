package io.faasruntime.sandbox.worker;

/**
 * A place in a source text.
 *
 * @param line 1-based; 0 when unknown
 * @param column 1-based, in UTF-16 units; 0 when unknown
 */
record Position(int line, int column) {

    static final Position UNKNOWN = new Position(0, 0);

    boolean isKnown() {
        return line > 0;
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
