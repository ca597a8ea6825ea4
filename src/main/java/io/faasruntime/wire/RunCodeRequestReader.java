package io.faasruntime.wire;

import io.faasruntime.api.InvalidRequestException;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads request bodies strictly: every member that is there has its type, or the error names it. */
public final class RunCodeRequestReader {

    private RunCodeRequestReader() {}

    /** @throws InvalidRequestException if {@code body} is not UTF-8, not a JSON object, or a member has a wrong type */
    public static RunCodeRequest read(byte[] body) {
        JsonObject json = object(body);
        JsonObject limits = objectMember(json, "limits");
        return new RunCodeRequest(
                text(json, "language"),
                requireText(json, "code"),
                wholeNumber(json, "timeout", "timeout", "a whole number of milliseconds, 1 or more"),
                json.get("input"),
                text(json, "stdin"),
                labels(json),
                wholeNumber(limits, "memory_mb", "limits.memory_mb", "a whole number of MB, 1 or more"),
                wholeNumber(
                        limits, "max_output_bytes", "limits.max_output_bytes", "a whole number of bytes, 1 or more"),
                flag(limits));
    }

    private static JsonObject object(byte[] body) {
        try {
            if (JsonText.parse(body) instanceof JsonObject object) {
                return object;
            }
        } catch (JsonException e) {
            throw wrong("body", "the body is not valid JSON in UTF-8", "a JSON object with a member code");
        }
        throw wrong("body", "the body is not a JSON object", "a JSON object with a member code");
    }

    private static @Nullable String text(JsonObject json, String name) {
        JsonValue value = member(json, name);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonString string) {
            return string.getString();
        }
        throw wrong(name, name + " is " + kind(value), "a string");
    }

    private static String requireText(JsonObject json, String name) {
        String value = text(json, name);
        if (value == null) {
            throw wrong(name, name + " is missing", "a string that is not empty");
        }
        return value;
    }

    private static @Nullable Long wholeNumber(JsonObject json, String name, String field, String allowed) {
        JsonValue value = member(json, name);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonNumber number) {
            long whole;
            try {
                whole = number.bigDecimalValue().longValueExact();
            } catch (ArithmeticException e) {
                throw wrong(field, field + " is no whole number of 64 bits", allowed);
            }
            if (whole < 1) {
                throw wrong(field, field + " is " + whole, allowed);
            }
            return whole;
        }
        throw wrong(field, field + " is " + kind(value), allowed);
    }

    private static @Nullable Boolean flag(JsonObject limits) {
        JsonValue value = member(limits, "network");
        if (value == null) {
            return null;
        }
        if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
            return value == JsonValue.TRUE;
        }
        throw wrong("limits.network", "limits.network is " + kind(value), "true or false");
    }

    private static Map<String, String> labels(JsonObject json) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (Map.Entry<String, JsonValue> label : objectMember(json, "ext").entrySet()) {
            if (!(label.getValue() instanceof JsonString string)) {
                throw wrong("ext", "a value in ext is " + kind(label.getValue()), "an object of strings");
            }
            labels.put(label.getKey(), string.getString());
        }
        return labels;
    }

    private static JsonObject objectMember(JsonObject json, String name) {
        JsonValue value = member(json, name);
        if (value == null) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        if (value instanceof JsonObject object) {
            return object;
        }
        throw wrong(name, name + " is " + kind(value), "an object");
    }

    /** Null counts as absent: clients in many languages write it for members they do not set. */
    private static @Nullable JsonValue member(JsonObject json, String name) {
        JsonValue value = json.get(name);
        return value == JsonValue.NULL ? null : value;
    }

    private static String kind(JsonValue value) {
        return switch (value.getValueType()) {
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case TRUE, FALSE -> "a boolean";
            case NULL -> "null";
        };
    }

    private static InvalidRequestException wrong(String field, String what, String allowed) {
        return new InvalidRequestException(field, what + "; allowed is " + allowed);
    }
}
