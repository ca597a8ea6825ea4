package io.faasruntime.faas.answer;

import io.faasruntime.api.ExecutionError;
import io.faasruntime.api.ExecutionOutput;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.wire.JsonText;
import io.faasruntime.wire.PrintedReturnValue;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * What an envelope says: how the code ended, in the words of the code's own language.
 *
 * @param status how it ended
 * @param output what it printed, and its result
 * @param truncated whether it printed more than was kept
 * @param error what it raised
 * @param report how it is told of that at the end of stderr; empty where that is not for us to complete
 * @param exitCode what it ended with, if it chose that
 * @param ran how long it ran
 */
record Letter(
        ExecutionStatus status,
        ExecutionOutput output,
        boolean truncated,
        Optional<ExecutionError> error,
        String report,
        Optional<Integer> exitCode,
        Duration ran) {

    /** The status of code whose synchronous part has ended on a server that waits for no other. */
    private static final String PENDING = "pending";

    private static final ExecutionError NOT_AWAITED = new ExecutionError(
            "UnsupportedFeatureError", "the service does not wait for what the code does asynchronously", 0, 0);

    /** The letter with {@code mark} in {@code answer}, wherever the server has put it. */
    static Optional<Letter> find(Answer answer, String mark) {
        Optional<Letter> result = in(answer.output().retVal(), mark);
        return result.isPresent() ? result : inLines(answer.output().stdout(), mark);
    }

    private static Optional<Letter> inLines(String stdout, String mark) {
        for (int at = stdout.lastIndexOf(mark); at >= 0; at = stdout.lastIndexOf(mark, at - 1)) {
            int start = stdout.lastIndexOf('\n', at) + 1;
            int end = stdout.indexOf('\n', at);
            Optional<Letter> found = in(stdout.substring(start, end < 0 ? stdout.length() : end), mark);
            if (found.isPresent() || at == 0) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** {@code text} is the letter itself, or an object of which one member is the letter. */
    private static Optional<Letter> in(String text, String mark) {
        int at = text.indexOf(mark);
        if (at < 0) {
            return Optional.empty();
        }
        try {
            if (text.charAt(0) == '{' && JsonText.parse(text) instanceof JsonObject wrapped) {
                return wrapped.values().stream()
                        .filter(JsonString.class::isInstance)
                        .map(member -> ((JsonString) member).getString())
                        .filter(member -> member.startsWith(mark))
                        .findFirst()
                        .flatMap(member -> read(member.substring(mark.length())));
            }
            return read(text.substring(at + mark.length()).strip());
        } catch (JsonException | IllegalArgumentException e) {
            // Something that the code, or the server, has made of the mark.
            return Optional.empty();
        }
    }

    private static Optional<Letter> read(String sealed) {
        String json = sealed.startsWith(".")
                ? new String(Base64.getDecoder().decode(sealed.substring(1)), StandardCharsets.UTF_8)
                : sealed;
        return json.startsWith("{") && JsonText.parse(json) instanceof JsonObject letter
                ? Optional.of(of(letter))
                : Optional.empty();
    }

    private static Letter of(JsonObject json) {
        String name = json.getString("status");
        boolean pending = name.equals(PENDING);
        ExecutionStatus status = pending
                ? ExecutionStatus.ERROR
                : ExecutionStatus.fromWireName(name).orElseThrow(() -> new IllegalArgumentException("status"));
        return new Letter(
                status,
                output(json),
                json.getBoolean("truncated", false),
                pending ? Optional.of(NOT_AWAITED) : error(json),
                json.get("error") instanceof JsonObject told ? told.getString("report", "") : "",
                json.get("exitCode") instanceof JsonNumber code ? Optional.of(code.intValue()) : Optional.empty(),
                Duration.ofMillis(Math.max(0, json.getInt("ms", 0))));
    }

    /** A result of the code's own making is looked for where it put it: among what it printed. */
    private static ExecutionOutput output(JsonObject json) {
        String stdout = json.getString("out", "");
        String stderr = json.getString("err", "");
        if (json.get("own") == JsonValue.TRUE) {
            Optional<PrintedReturnValue> printed = PrintedReturnValue.find(stdout);
            if (printed.isPresent()) {
                return new ExecutionOutput(
                        printed.get().stdout(), stderr, printed.get().value());
            }
        }
        return new ExecutionOutput(stdout, stderr, json.getString("result", ""));
    }

    private static Optional<ExecutionError> error(JsonObject json) {
        return json.get("error") instanceof JsonObject error
                ? Optional.of(new ExecutionError(
                        error.getString("type", ""),
                        error.getString("message", ""),
                        error.getInt("line", 0),
                        error.getInt("column", 0)))
                : Optional.empty();
    }
}
