package io.faasruntime.v8worker.source;

import java.util.ArrayList;
import java.util.List;

/**
 * The {@code mappings} of a source map (revision 3) with one source. Positions without a mapping of their own take that
 * of the nearest mapping before them; what stands before the first mapping is not from the source.
 */
public final class SourceMap implements PositionMap {

    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /** Per generated line, triples of generated column, source line and source column, all 0-based and ascending. */
    private final List<int[]> lines;

    private SourceMap(List<int[]> lines) {
        this.lines = lines;
    }

    /** From the whole file; it is JSON that this process has made. */
    public static SourceMap parseFile(String json) {
        return parse(JsonScan.member(json, "mappings"));
    }

    public static SourceMap parse(String mappings) {
        return new SourceMap(new Decoder(mappings).decode());
    }

    @Override
    public Position toSource(Position generated) {
        int line = Math.min(generated.line(), lines.size()) - 1;
        for (; line >= 0; line--) {
            int[] segments = lines.get(line);
            int column = line == generated.line() - 1 ? generated.column() - 1 : Integer.MAX_VALUE;
            int index = lastNotAfter(segments, column);
            if (index >= 0) {
                return new Position(segments[index + 1] + 1, segments[index + 2] + 1);
            }
            if (segments.length > 0 && line == generated.line() - 1) {
                return new Position(segments[1] + 1, segments[2] + 1);
            }
        }
        return isEmpty() ? generated : Position.UNKNOWN;
    }

    private boolean isEmpty() {
        return lines.stream().allMatch(line -> line.length == 0);
    }

    private static int lastNotAfter(int[] segments, int column) {
        int low = 0;
        int high = segments.length / 3 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (segments[3 * middle] <= column) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return 3 * high;
    }

    /** Base64 VLQ: each field is the difference to the same field before. */
    private static final class Decoder {

        private final String text;
        private int at;
        private int sourceLine;
        private int sourceColumn;

        Decoder(String text) {
            this.text = text;
        }

        List<int[]> decode() {
            List<int[]> result = new ArrayList<>();
            while (true) {
                result.add(decodeLine());
                if (at >= text.length()) {
                    return result;
                }
                at++;
            }
        }

        private int[] decodeLine() {
            List<Integer> fields = new ArrayList<>();
            int column = 0;
            while (at < text.length() && text.charAt(at) != ';') {
                column += number();
                if (isInSegment()) {
                    number();
                    sourceLine += number();
                    sourceColumn += number();
                    if (isInSegment()) {
                        number();
                    }
                    fields.add(column);
                    fields.add(sourceLine);
                    fields.add(sourceColumn);
                }
                if (at < text.length() && text.charAt(at) == ',') {
                    at++;
                }
            }
            return fields.stream().mapToInt(Integer::intValue).toArray();
        }

        private boolean isInSegment() {
            return at < text.length() && text.charAt(at) != ',' && text.charAt(at) != ';';
        }

        private int number() {
            int value = 0;
            for (int shift = 0; ; shift += 5) {
                int digit = BASE64.indexOf(text.charAt(at++));
                value |= (digit & 31) << shift;
                if ((digit & 32) == 0) {
                    return (value & 1) == 0 ? value >>> 1 : -(value >>> 1);
                }
            }
        }
    }
}
