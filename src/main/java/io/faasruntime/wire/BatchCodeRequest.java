package io.faasruntime.wire;

import io.faasruntime.api.BatchIsolation;
import io.faasruntime.api.BatchOrder;
import io.faasruntime.api.InvalidRequestException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a batch is to do, without its inputs: the members of a run, and those of a batch.
 *
 * @param run the code and the limits of each input
 * @param order {@code order}: {@code input} or {@code completion}
 * @param isolation {@code isolation}: {@code run} or {@code batch}
 * @param stopAfterFailures {@code stop_after_failures}, or 0
 * @param deadline {@code deadline_ms}
 * @param progress {@code progress_ms}: how often to tell how far it is
 */
public record BatchCodeRequest(
        RunCodeRequest run,
        BatchOrder order,
        BatchIsolation isolation,
        int stopAfterFailures,
        Optional<Duration> deadline,
        Duration progress) {

    private static final Duration PROGRESS = Duration.ofSeconds(1);
    private static final long LONGEST_MS = Duration.ofDays(7).toMillis();

    /**
     * Reads a request strictly.
     *
     * @throws InvalidRequestException if {@code body} is not UTF-8, not a JSON object, or a member is wrong
     */
    public static BatchCodeRequest read(byte[] body) {
        RunCodeRequest run = RunCodeRequestReader.read(body);
        JsonObject json = JsonText.parse(body).asJsonObject();
        if (json.containsKey("input")) {
            throw new InvalidRequestException("input", "input is for a single run; allowed is inputs");
        }
        return new BatchCodeRequest(
                run,
                choice(json, "order", BatchOrder.values(), BatchOrder.INPUT),
                choice(json, "isolation", BatchIsolation.values(), BatchIsolation.RUN),
                (int) number(json, "stop_after_failures", "a whole number, 1 or more", Integer.MAX_VALUE)
                        .orElse(0L)
                        .longValue(),
                number(json, "deadline_ms", "a whole number of milliseconds from 1 to " + LONGEST_MS, LONGEST_MS)
                        .map(Duration::ofMillis),
                number(json, "progress_ms", "a whole number of milliseconds from 1 to " + LONGEST_MS, LONGEST_MS)
                        .map(Duration::ofMillis)
                        .orElse(PROGRESS));
    }

    private static Optional<Long> number(JsonObject json, String name, String allowed, long most) {
        JsonValue value = json.getOrDefault(name, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return Optional.empty();
        }
        if (!(value instanceof JsonNumber number)) {
            throw RunCodeRequestReader.wrong(name, name + " is not a number", allowed);
        }
        BigDecimal given = number.bigDecimalValue();
        if (given.stripTrailingZeros().scale() > 0
                || given.signum() <= 0
                || given.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw RunCodeRequestReader.wrong(name, name + " is " + value, allowed);
        }
        return Optional.of(given.longValueExact());
    }

    private static <E extends Enum<E>> E choice(JsonObject json, String name, E[] values, E absent) {
        JsonValue value = json.getOrDefault(name, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return absent;
        }
        List<String> names =
                Arrays.stream(values).map(BatchCodeRequest::wireName).toList();
        int index = value instanceof JsonString text ? names.indexOf(text.getString()) : -1;
        if (index < 0) {
            throw RunCodeRequestReader.wrong(name, name + " is none of its values", String.join(" or ", names));
        }
        return values[index];
    }

    private static String wireName(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
