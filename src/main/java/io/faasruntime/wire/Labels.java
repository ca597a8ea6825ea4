package io.faasruntime.wire;

import io.faasruntime.api.InvalidRequestException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code ext}: few and short, for its names are chosen by strangers and end up in maps. Used once. */
final class Labels {

    private static final String FIELD = "ext";
    private static final int MOST = 100;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_VALUE = 10_000;
    private static final String ALLOWED =
            "an object of strings, at most %d, with names of up to %d and values of up to %d characters"
                    .formatted(MOST, LONGEST_NAME, LONGEST_VALUE);

    private final boolean lenient;
    private Map<String, String> byName = Map.of();

    /** @param lenient whether numbers and truth values count as their text, and anything else as absent */
    Labels(boolean lenient) {
        this.lenient = lenient;
    }

    Map<String, String> byName() {
        return byName;
    }

    void read(Event value, JsonParser parser) {
        byName = new LinkedHashMap<>();
        if (JsonEvents.isObject(FIELD, value)) {
            while (parser.next() == Event.KEY_NAME) {
                readLabel(parser.getString(), parser.next(), parser);
            }
        }
    }

    private void readLabel(String name, Event value, JsonParser parser) {
        switch (value) {
            case VALUE_STRING -> put(name, parser.getString());
            case VALUE_NUMBER -> putIfLenient(name, value, parser.getString());
            case VALUE_TRUE -> putIfLenient(name, value, "true");
            case VALUE_FALSE -> putIfLenient(name, value, "false");
            default -> {
                requireLenient(value);
                JsonEvents.skip(value, parser);
            }
        }
    }

    private void putIfLenient(String name, Event value, String text) {
        requireLenient(value);
        put(name, text);
    }

    private void requireLenient(Event value) {
        if (!lenient) {
            throw wrong("a value in ext is " + JsonEvents.kind(value));
        }
    }

    private void put(String name, String value) {
        byName.put(name, value);
        if (byName.size() > MOST) {
            throw wrong("ext has more than " + MOST + " members");
        }
        if (name.length() > LONGEST_NAME || value.length() > LONGEST_VALUE) {
            throw wrong("a member of ext is too long");
        }
    }

    private static InvalidRequestException wrong(String what) {
        return RunCodeRequestReader.wrong(FIELD, what, ALLOWED);
    }
}
