package io.faasruntime.rest.contract;

import io.faasruntime.wire.JsonText;
import io.faasruntime.wire.Problem;
import jakarta.json.JsonObjectBuilder;

/**
 * The contract's other way to refuse a run: status 200 with an {@code error}. coze-loop's client sends a request again,
 * three times in three seconds, after any other status.
 */
final class RefusedRun {

    private RefusedRun() {}

    /** The response for a run that was never started, for want of what {@code problem} says. */
    static String toJson(Problem problem) {
        JsonObjectBuilder body = JsonText.PROVIDER
                .createObjectBuilder()
                .add(
                        "output",
                        JsonText.PROVIDER
                                .createObjectBuilder()
                                .add("stdout", "")
                                .add("stderr", problem.detail() + "\n")
                                .add("ret_val", ""))
                .add(
                        "metadata",
                        JsonText.PROVIDER
                                .createObjectBuilder()
                                .add("status", "rejected")
                                .add("exit_code", 1)
                                .add("timed_out", false));
        JsonText.parse(problem.toJson()).asJsonObject().forEach(body::add);
        return JsonText.write(body.build());
    }
}
