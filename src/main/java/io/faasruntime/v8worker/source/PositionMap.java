package io.faasruntime.v8worker.source;

/** From a position in the code that runs to the position in the source that the user wrote. */
@FunctionalInterface
public interface PositionMap {

    PositionMap IDENTITY = position -> position;

    Position toSource(Position generated);

    /** For code that was put behind a prefix on its first line. */
    static PositionMap behindPrefix(int prefixLength) {
        return position ->
                position.line() == 1 ? new Position(1, Math.max(1, position.column() - prefixLength)) : position;
    }

    /** First this map, then the other one. */
    default PositionMap then(PositionMap next) {
        return position -> next.toSource(toSource(position));
    }
}
