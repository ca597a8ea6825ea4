package io.faasruntime.protocol;

import java.util.ArrayList;
import java.util.List;

/**
 * The way back from code that was made of other code, as it travels in a field: for each line of what was made, ended by
 * {@code ;}, the columns from which on another place in the source is meant, each as {@code column:line:column}, with
 * commas between. All 1-based. A place without a position is {@code 0:0}.
 */
public final class PositionTable {

    /** Per line, triples of column, source line and source column, the columns ascending. */
    private final List<int[]> lines;

    private PositionTable(List<int[]> lines) {
        this.lines = lines;
    }

    /** The table of {@code code} with the place that {@code positions} knows for each of its characters. */
    public static String write(String code, Positions positions) {
        StringBuilder table = new StringBuilder();
        String[] lines = code.split("\n", -1);
        for (int line = 1; line <= lines.length; line++) {
            Place last = null;
            for (int column = 1; column <= lines[line - 1].length() + 1; column++) {
                Place place = positions.source(line, column);
                if (!place.equals(last)) {
                    table.append(last == null ? "" : ",")
                            .append(column)
                            .append(':')
                            .append(place.line());
                    table.append(':').append(place.column());
                    last = place;
                }
            }
            table.append(';');
        }
        return table.toString();
    }

    /** @throws ProtocolViolation if it is not a table */
    public static PositionTable parse(String table) throws ProtocolViolation {
        List<int[]> lines = new ArrayList<>();
        int start = 0;
        while (start < table.length()) {
            int end = table.indexOf(';', start);
            if (end < 0) {
                throw new ProtocolViolation("positions whose last line has no end");
            }
            lines.add(triples(table.substring(start, end)));
            start = end + 1;
        }
        return new PositionTable(lines);
    }

    private static int[] triples(String line) throws ProtocolViolation {
        String[] segments = line.split(",", -1);
        int[] triples = new int[3 * segments.length];
        for (int i = 0; i < segments.length; i++) {
            String[] numbers = segments[i].split(":", -1);
            if (numbers.length != 3) {
                throw new ProtocolViolation("positions that are none");
            }
            for (int k = 0; k < 3; k++) {
                triples[3 * i + k] = number(numbers[k]);
            }
        }
        return triples;
    }

    private static int number(String digits) throws ProtocolViolation {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new ProtocolViolation("positions that are none");
        }
    }

    /** The place in the source; the same place for a position outside of the code. */
    public Place source(int line, int column) {
        if (line < 1 || line > lines.size()) {
            return new Place(line, column);
        }
        int[] triples = lines.get(line - 1);
        int found = 0;
        for (int i = 0; i < triples.length && triples[i] <= column; i += 3) {
            found = i;
        }
        return new Place(triples[found + 1], triples[found + 2]);
    }

    /** From positions in what was made to places in the source. */
    @FunctionalInterface
    public interface Positions {
        Place source(int line, int column);
    }

    /**
     * A place in the source.
     *
     * @param line 1-based
     * @param column 1-based
     */
    public record Place(int line, int column) {}
}
