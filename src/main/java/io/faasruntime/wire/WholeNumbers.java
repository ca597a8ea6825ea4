package io.faasruntime.wire;

import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads whole numbers from 1 up.
 *
 * @param lenient whether a number may be written as text, have a fraction, which counts as one more, or be larger than any
 *     number of 64 bits, which counts as the largest of those
 */
record WholeNumbers(boolean lenient) {

    /** Longer ones are none that anybody means, and cost time that grows with the square of their length. */
    private static final int LONGEST_DIGITS = 400;

    /** @return null when there is none */
    @Nullable
    Long read(String field, String allowed, Event value, JsonParser parser) {
        if (value == Event.VALUE_NULL) {
            return null;
        }
        boolean number = value == Event.VALUE_NUMBER || (lenient && value == Event.VALUE_STRING);
        if (!number) {
            throw RunCodeRequestReader.wrong(field, field + " is " + JsonEvents.kind(value), allowed);
        }
        long whole = whole(field, allowed, parser.getString().strip());
        if (whole < 1) {
            throw RunCodeRequestReader.wrong(field, field + " is " + whole, allowed);
        }
        return whole;
    }

    private long whole(String field, String allowed, String digits) {
        try {
            if (digits.length() <= LONGEST_DIGITS) {
                BigDecimal number = new BigDecimal(digits);
                // A double is enough for a number that no limit is as large as; casting cuts it to 64 bits.
                return lenient ? (long) Math.ceil(number.doubleValue()) : number.longValueExact();
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // Falls through to the same message.
        }
        throw RunCodeRequestReader.wrong(field, field + " is no whole number of 64 bits", allowed);
    }
}
