package io.faasruntime.v8worker.source;

/**
 * Something that a parser objects to.
 *
 * @param type {@code SyntaxError}, or what the engine calls it
 * @param start first character
 * @param end character after the last
 */
public record SyntaxProblem(String type, String message, Position start, Position end) {

    public static SyntaxProblem tooDeep() {
        Position start = new Position(1, 1);
        return new SyntaxProblem("SyntaxError", "the code is nested too deeply", start, new Position(1, 2));
    }

    public SyntaxProblem at(PositionMap map) {
        Position mapped = map.toSource(start);
        int length = start.line() == end.line() ? Math.max(1, end.column() - start.column()) : 1;
        return new SyntaxProblem(type, message, mapped, new Position(mapped.line(), mapped.column() + length));
    }
}
