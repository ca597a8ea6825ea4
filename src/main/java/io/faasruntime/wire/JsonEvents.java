package io.faasruntime.wire;

import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;

/** What readers of JSON events have in common. */
final class JsonEvents {

    private JsonEvents() {}

    /**
     * Goes to the end of the value that begins with {@code start}. Event by event: a parser's own way of skipping does not
     * look at what it skips, which then need not be JSON.
     */
    static void skip(Event start, JsonParser parser) {
        int depth = depth(start);
        while (depth > 0) {
            depth += depth(parser.next());
        }
    }

    private static int depth(Event event) {
        return switch (event) {
            case START_OBJECT, START_ARRAY -> 1;
            case END_OBJECT, END_ARRAY -> -1;
            default -> 0;
        };
    }

    /** Whether the value of {@code name} is an object; null counts as absent. */
    static boolean isObject(String name, Event value) {
        return switch (value) {
            case START_OBJECT -> true;
            case VALUE_NULL -> false;
            default -> throw RunCodeRequestReader.wrong(name, name + " is " + kind(value), "an object");
        };
    }

    /** The kind of value that begins with {@code event}, in words. */
    static String kind(Event event) {
        return switch (event) {
            case START_ARRAY -> "an array";
            case START_OBJECT -> "an object";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            default -> "null";
        };
    }
}
