package io.faasruntime.v8worker.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SourceMapTest {

    /** What swc writes for an interface, a constant and, three lines down, a throw. */
    private static final SourceMap MAP = SourceMap.parse("AACA,MAAM,IAAO;EAAC,GAAE;AAAC;AAGjB,MAAM,IAAI,MAAM");

    @Test
    void findsTheSourceOfAMappedPosition() {
        assertEquals(new Position(2, 1), MAP.toSource(new Position(1, 1)));
        assertEquals(new Position(5, 7), MAP.toSource(new Position(4, 7)));
    }

    @Test
    void takesTheNearestMappingBefore() {
        assertEquals(new Position(5, 7), MAP.toSource(new Position(4, 9)));
        assertEquals(MAP.toSource(new Position(4, 100)), MAP.toSource(new Position(4, 60)));
    }

    @Test
    void takesTheLineBeforeWhenALineHasNoMappings() {
        SourceMap sparse = SourceMap.parse("AAAA;;;AACA");
        assertEquals(new Position(1, 1), sparse.toSource(new Position(3, 5)));
        assertEquals(new Position(2, 1), sparse.toSource(new Position(4, 1)));
    }

    @Test
    void leavesPositionsAloneWhenThereAreNoMappings() {
        assertEquals(new Position(3, 4), SourceMap.parse("").toSource(new Position(3, 4)));
    }

    @Test
    void goesThroughThePrefixOfTheFirstLineOnly() {
        PositionMap behindPrefix = PositionMap.behindPrefix(11);
        assertEquals(new Position(1, 5), behindPrefix.toSource(new Position(1, 16)));
        assertEquals(new Position(2, 16), behindPrefix.toSource(new Position(2, 16)));
    }
}
