package io.faasruntime.faas.answer;

import io.faasruntime.api.ExecutionOutput;
import io.faasruntime.wire.JsonText;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Optional;
import java.util.Set;

/**
 * coze-loop's JavaScript server shows the raw report of its child process as stdout when the child was killed, or
 * crashed, after reporting.
 */
final class LeakedReport {

    private static final Set<String> MEMBERS = Set.of("stdout", "stderr", "ret_val");

    private LeakedReport() {}

    /** {@code answer} with the report taken apart; empty when there is none. */
    static Optional<Answer> in(Answer answer) {
        String text = answer.output().stdout().strip();
        if (!text.startsWith("{\"stdout\":") || !text.endsWith("}")) {
            return Optional.empty();
        }
        try {
            return JsonText.parse(text) instanceof JsonObject report
                            && report.keySet().equals(MEMBERS)
                            && report.values().stream().allMatch(JsonString.class::isInstance)
                    ? Optional.of(answer.with(output(report, answer.output())))
                    : Optional.empty();
        } catch (JsonException e) {
            // The code has printed something similar.
            return Optional.empty();
        }
    }

    private static ExecutionOutput output(JsonObject report, ExecutionOutput around) {
        return new ExecutionOutput(
                report.getString("stdout"),
                report.getString("stderr") + around.stderr(),
                around.retVal().isEmpty() ? report.getString("ret_val") : around.retVal());
    }
}
