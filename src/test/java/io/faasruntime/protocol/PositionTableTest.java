package io.faasruntime.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTableTest {

    private static PositionTable.Place place(int line, int column) {
        return new PositionTable.Place(line, column);
    }

    @Test
    void saysOfEveryCharacterWhereItCameFrom() throws ProtocolViolation {
        String written = PositionTable.write(
                "abc\n\nd", (line, column) -> column < 3 ? place(line + 4, 1) : place(line + 4, 10 * column));
        assertEquals("1:5:1,3:5:30,4:5:40;1:6:1;1:7:1;", written);
        PositionTable table = PositionTable.parse(written);
        assertEquals(place(5, 1), table.source(1, 2));
        assertEquals(place(5, 30), table.source(1, 3));
        assertEquals(place(5, 40), table.source(1, 99));
        assertEquals(place(7, 1), table.source(3, 1));
        assertEquals(place(9, 9), table.source(9, 9), "outside of the code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1:2", "1:2:", ";;", "1:2:3,", "1:2:99999999999"})
    void whatIsNoTableIsRefused(String text) {
        assertThrows(ProtocolViolation.class, () -> PositionTable.parse(text + ";"));
    }
}
