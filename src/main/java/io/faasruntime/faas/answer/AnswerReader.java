package io.faasruntime.faas.answer;

import io.faasruntime.api.ExecutionError;
import io.faasruntime.api.ExecutionOutput;
import io.faasruntime.wire.JsonText;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of an answer with status 200: tolerant of what the contract says servers leave out or add, strict with
 * everything else. Null counts as absent. Messages name members, never their values.
 */
final class AnswerReader {

    private AnswerReader() {}

    /** @throws MalformedAnswerException if it is not an answer of the contract */
    static Answer read(byte[] body) throws MalformedAnswerException {
        JsonObject json = object(body);
        JsonObject output = member(json, "output", JsonObject.class);
        String error = text(json, "error", "error");
        if (output == null) {
            throw new MalformedAnswerException(
                    error.isEmpty() ? "the answer has no output" : "the answer reports an error and has no output");
        }
        JsonObject metadata = member(json, "metadata", JsonObject.class);
        return answer(output, metadata == null ? JsonValue.EMPTY_JSON_OBJECT : metadata, error);
    }

    private static Answer answer(JsonObject output, JsonObject metadata, String error) throws MalformedAnswerException {
        Long exitCode = wholeNumber(metadata, "exit_code");
        String status = text(metadata, "status", "metadata.status");
        Answer.Metadata said = new Answer.Metadata(
                status.isEmpty() ? null : status.toLowerCase(Locale.ROOT),
                wholeNumber(metadata, "duration"),
                wholeNumber(metadata, "queue_ms"),
                exitCode == null ? null : (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, exitCode)),
                flag(metadata, "timed_out"),
                flag(metadata, "truncated"),
                text(metadata, "engine", "metadata.engine"),
                text(metadata, "runtime", "metadata.runtime"),
                failure(metadata));
        ExecutionOutput printed = new ExecutionOutput(
                text(output, "stdout", "output.stdout"), text(output, "stderr", "output.stderr"), result(output));
        return new Answer(printed, error, said);
    }

    private static JsonObject object(byte[] body) throws MalformedAnswerException {
        if (body.length == 0) {
            throw new MalformedAnswerException("the answer is empty");
        }
        try {
            if (JsonText.parse(body) instanceof JsonObject object) {
                return object;
            }
        } catch (JsonException e) {
            // The parser's message may quote the body: it is not passed on.
            throw new MalformedAnswerException("the answer is not valid JSON in UTF-8");
        }
        throw new MalformedAnswerException("the answer is not a JSON object");
    }

    /** A string as the contract says; some servers send a number. */
    private static String result(JsonObject output) throws MalformedAnswerException {
        return output.get("ret_val") instanceof JsonNumber number
                ? number.toString()
                : text(output, "ret_val", "output.ret_val");
    }

    private static @Nullable ExecutionError failure(JsonObject metadata) throws MalformedAnswerException {
        JsonObject error = member(metadata, "error", JsonObject.class);
        if (error == null) {
            return null;
        }
        return new ExecutionError(
                text(error, "type", "metadata.error.type"),
                text(error, "message", "metadata.error.message"),
                position(error, "line"),
                position(error, "column"));
    }

    private static int position(JsonObject error, String name) throws MalformedAnswerException {
        Long position = wholeNumber(error, name);
        return position == null ? 0 : (int) Math.max(0, Math.min(Integer.MAX_VALUE, position));
    }

    private static String text(JsonObject json, String name, String path) throws MalformedAnswerException {
        JsonString value = member(json, name, path, JsonString.class);
        return value == null ? "" : value.getString();
    }

    /** Fractions are cut off: some clocks have them. */
    private static @Nullable Long wholeNumber(JsonObject json, String name) throws MalformedAnswerException {
        JsonNumber value = member(json, name, JsonNumber.class);
        return value == null ? null : (long) value.doubleValue();
    }

    private static boolean flag(JsonObject json, String name) throws MalformedAnswerException {
        JsonValue value = member(json, name, JsonValue.class);
        if (value == null || value == JsonValue.TRUE || value == JsonValue.FALSE) {
            return value == JsonValue.TRUE;
        }
        throw wrongType("metadata." + name);
    }

    private static <T extends JsonValue> @Nullable T member(JsonObject json, String name, Class<T> type)
            throws MalformedAnswerException {
        return member(json, name, name, type);
    }

    private static <T extends JsonValue> @Nullable T member(JsonObject json, String name, String path, Class<T> type)
            throws MalformedAnswerException {
        JsonValue value = json.get(name);
        if (value == null || value == JsonValue.NULL) {
            return null;
        }
        if (!type.isInstance(value)) {
            throw wrongType(path);
        }
        return type.cast(value);
    }

    private static MalformedAnswerException wrongType(String path) {
        return new MalformedAnswerException("the answer has a wrong type in " + path);
    }
}
