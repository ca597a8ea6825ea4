package io.faasruntime.faas.node;

import io.faasruntime.wire.JsonText;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** What a status other than 200 means. */
final class StatusMeaning {

    private static final int LONGEST_DETAIL = 300;

    private final Clock clock;

    StatusMeaning(Clock clock) {
        this.clock = clock;
    }

    NodeFault of(Node node, HttpAnswer answer) {
        String answered = "answered with status " + answer.status();
        if (mayHaveRun(answer)) {
            return new NodeFault(FaultKind.BROKEN, node, answered + ": it failed", null);
        }
        return switch (answer.status()) {
            case 401, 403 ->
                new NodeFault(FaultKind.DENIED, node, answered + ": it does not accept our credentials", null);
            case 404, 405 ->
                new NodeFault(FaultKind.NONSENSE, node, answered + ": it has no /run_code at this address", null);
            case 408, 504 -> new NodeFault(FaultKind.LATE, node, answered + ": the run took too long for it", null);
            case 429 -> NodeFault.comeBack(FaultKind.BUSY, node, answered + ": it is busy", retryAfter(answer));
            case 503 ->
                NodeFault.comeBack(FaultKind.NOT_READY, node, answered + ": it is not ready", retryAfter(answer));
            default -> byClass(node, answer, answered);
        };
    }

    /** Our own servers say of a 503 whether the code certainly was not executed. */
    private static boolean mayHaveRun(HttpAnswer answer) {
        return answer.status() == 503
                && problem(answer)
                        .map(problem -> problem.get("retryable") == JsonValue.FALSE)
                        .orElse(false);
    }

    private static NodeFault byClass(Node node, HttpAnswer answer, String answered) {
        return switch (answer.status() / 100) {
            case 4 -> refusal(node, answer, answered);
            case 5 -> new NodeFault(FaultKind.BROKEN, node, answered, null);
            default -> new NodeFault(FaultKind.NONSENSE, node, answered + ", which is not in the contract", null);
        };
    }

    /**
     * Only our own servers are quoted: they keep code and data out of their messages. Others may well quote the request,
     * and no exception may hold it.
     */
    private static NodeFault refusal(Node node, HttpAnswer answer, String answered) {
        if (!node.state().kind().own()) {
            return NodeFault.invalid(node, answered + ": it refuses the request", "");
        }
        Optional<JsonObject> problem = problem(answer);
        String detail = problem.flatMap(json -> text(json, "detail")).orElse("it refuses the request");
        String field = problem.flatMap(json -> text(json, "field")).orElse("");
        return NodeFault.invalid(node, answered + ": " + detail, field);
    }

    private static Optional<JsonObject> problem(HttpAnswer answer) {
        try {
            return JsonText.parse(answer.body()) instanceof JsonObject problem
                    ? Optional.of(problem)
                    : Optional.empty();
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonObject json, String name) {
        return json.get(name) instanceof JsonString text && !text.getString().isBlank()
                ? Optional.of(text.getString()
                        .substring(0, Math.min(LONGEST_DETAIL, text.getString().length())))
                : Optional.empty();
    }

    private Optional<Duration> retryAfter(HttpAnswer answer) {
        return answer.headers().firstValue("Retry-After").flatMap(value -> RetryAfter.parse(value, clock));
    }
}
