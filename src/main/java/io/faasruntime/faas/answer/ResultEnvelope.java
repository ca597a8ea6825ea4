package io.faasruntime.faas.answer;

import io.faasruntime.wire.JsonText;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the {@code return_val} that this client puts in front of code hands a result over: as a string inside a JSON object
 * on one line. Servers find such a line whatever the result is (a text, an array, indented JSON), cannot reformat what is
 * inside, and the client can tell it from everything else the code prints.
 */
final class ResultEnvelope {

    static final String MEMBER = "__FAAS_RUNTIME_RETURN_VAL__";

    private ResultEnvelope() {}

    /** The result in {@code text}; empty if it is no envelope. */
    static Optional<String> open(String text) {
        if (!text.contains(MEMBER)) {
            return Optional.empty();
        }
        try {
            return JsonText.parse(text) instanceof JsonObject json
                            && json.size() == 1
                            && json.get(MEMBER) instanceof JsonString result
                    ? Optional.of(result.getString())
                    : Optional.empty();
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    /** Takes envelopes out of an answer: what is left of its stdout, and the last result as its {@code ret_val}. */
    static Answer unpack(Answer answer) {
        List<String> kept = new ArrayList<>();
        Optional<String> result = open(answer.retVal());
        String stray = result.isPresent() ? "" : answer.retVal();
        for (String line : answer.stdout().split("\n", -1)) {
            Optional<String> opened = open(line);
            if (opened.isEmpty()) {
                kept.add(line);
            } else if (result.isEmpty()) {
                result = opened;
            }
        }
        if (result.isEmpty()) {
            return answer;
        }
        String stdout = String.join("\n", kept);
        // The server took a line that the code has printed for the result: it belongs to stdout.
        String separator = stray.isEmpty() || stdout.isEmpty() || stdout.endsWith("\n") ? "" : "\n";
        return answer.withOutput(stdout + separator + stray, answer.stderr(), result.get());
    }
}
