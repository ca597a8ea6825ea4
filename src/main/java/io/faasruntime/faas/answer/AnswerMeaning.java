package io.faasruntime.faas.answer;

import io.faasruntime.api.ExecutionError;
import io.faasruntime.api.ExecutionOutput;
import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.wire.JsonText;
import io.faasruntime.wire.ReturnValPrelude;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one mapping from servers' dialects to what really happened.
 *
 * @param sent the request that is answered
 * @param elapsed time from sending it to the answer
 */
record AnswerMeaning(SentRun sent, Duration elapsed) {

    /** A timer at the server may be this much early. */
    private static final long TIMER_SLACK_MS = 10;

    private static final Set<String> DONE = Set.of("success", "completed");
    private static final Set<String> FAILED = Set.of("error", "failed");

    private static final Pattern MARKED = Pattern.compile(
            "(?s)" + ReturnValPrelude.START + "\\r?\\n?(.*?)\\r?\\n?" + ReturnValPrelude.END + "\\r?\\n?");

    /** @throws MalformedAnswerException if it has a status that nobody knows */
    ExecutionResult of(Answer answer) throws MalformedAnswerException {
        if (sent.server().own()) {
            return result(answer, exactStatus(answer), answer.failure());
        }
        Answer plain = withoutMarks(withoutLeak(answer));
        if (sent.code().enveloped()) {
            plain = ResultEnvelope.unpack(plain);
        }
        Optional<StackTrace> trace = sent.dialect().stackTrace(plain);
        ExecutionStatus status = status(plain, trace);
        return withinLimit(result(plain, status, failure(plain, status, trace)));
    }

    private static ExecutionStatus exactStatus(Answer answer) throws MalformedAnswerException {
        String status = answer.status();
        return ExecutionStatus.fromWireName(status == null ? "" : status)
                .orElseThrow(() -> new MalformedAnswerException("the answer has an unknown metadata.status"));
    }

    private ExecutionStatus status(Answer answer, Optional<StackTrace> trace) throws MalformedAnswerException {
        String status = answer.status();
        if (answer.timedOut()) {
            return ExecutionStatus.TIMEOUT;
        }
        if (status != null && FAILED.contains(status)) {
            return error(trace);
        }
        if (status == null || DONE.contains(status)) {
            return done(answer, trace);
        }
        return exactStatus(answer);
    }

    /** What became of a run that the server calls a success. */
    private ExecutionStatus done(Answer answer, Optional<StackTrace> trace) {
        boolean failed = !answer.error().isEmpty()
                || answer.failure() != null
                || (answer.exitCode() != null && answer.exitCode() != 0);
        if (failed || (trace.isPresent() && (sent.dialect().tellsErrorsByStackOnly() || answer.status() == null))) {
            return error(trace);
        }
        // JavaScript servers kill a run at its limit and call that a success: nothing printed, or the process's raw
        // report when it had already finished its synchronous part.
        boolean killed = atLimit(answer) && (answer.isSilent() || answer.leaked());
        return killed ? ExecutionStatus.TIMEOUT : ExecutionStatus.SUCCESS;
    }

    private static ExecutionStatus error(Optional<StackTrace> trace) {
        return trace.isPresent() && trace.get().syntax() ? ExecutionStatus.SYNTAX_ERROR : ExecutionStatus.ERROR;
    }

    private boolean atLimit(Answer answer) {
        long ran = answer.durationMs() == null ? elapsed.toMillis() : answer.durationMs();
        return ran >= sent.timeoutMs() - TIMER_SLACK_MS;
    }

    private @Nullable ExecutionError failure(Answer answer, ExecutionStatus status, Optional<StackTrace> trace) {
        if (status != ExecutionStatus.ERROR && status != ExecutionStatus.SYNTAX_ERROR) {
            return answer.failure();
        }
        if (answer.failure() != null) {
            ExecutionError failure = answer.failure();
            int line = sent.code().lineInSource(failure.line());
            return new ExecutionError(failure.type(), failure.message(), line, line == 0 ? 0 : failure.column());
        }
        if (trace.isPresent()) {
            StackTrace seen = trace.get();
            int line = sent.code().lineInSource(seen.line());
            return new ExecutionError(seen.type(), seen.message(), line, line == 0 ? 0 : seen.column());
        }
        return answer.error().isEmpty() ? null : new ExecutionError("Error", answer.error(), 0, 0);
    }

    private ExecutionResult result(Answer answer, ExecutionStatus status, @Nullable ExecutionError failure) {
        int exitCode = answer.exitCode() != null ? answer.exitCode() : status == ExecutionStatus.SUCCESS ? 0 : 1;
        return new ExecutionResult(
                status,
                new ExecutionOutput(answer.stdout(), answer.stderr(), answer.retVal()),
                Optional.ofNullable(failure),
                exitCode,
                answer.truncated(),
                answer.durationMs() == null ? elapsed : Duration.ofMillis(Math.max(0, answer.durationMs())),
                Duration.ofMillis(answer.queueMs() == null ? 0 : Math.max(0, answer.queueMs())),
                answer.engine());
    }

    private ExecutionResult withinLimit(ExecutionResult result) {
        ExecutionOutput cut = new OutputLimit(sent.limits().maxOutputBytes()).cut(result.output());
        if (cut == result.output()) {
            return result;
        }
        return new ExecutionResult(
                result.isSuccess() ? ExecutionStatus.OUTPUT_LIMIT : result.status(),
                cut,
                result.error(),
                result.isSuccess() ? 1 : result.exitCode(),
                true,
                result.duration(),
                result.queueTime(),
                result.engine());
    }

    /** A result between the marker lines of a {@code return_val}, on servers that do not look for it themselves. */
    private static Answer withoutMarks(Answer answer) {
        if (!answer.retVal().isEmpty() || !answer.stdout().contains(ReturnValPrelude.START)) {
            return answer;
        }
        String result = "";
        Matcher marked = MARKED.matcher(answer.stdout());
        while (marked.find()) {
            result = marked.group(1);
        }
        return answer.withOutput(marked.replaceAll(""), answer.stderr(), result);
    }

    /**
     * coze-loop's JavaScript server shows the raw report of its child process as stdout when the child was killed, or
     * crashed, after reporting.
     */
    private static Answer withoutLeak(Answer answer) {
        String text = answer.stdout().strip();
        if (!text.startsWith("{\"stdout\":") || !text.endsWith("}")) {
            return answer;
        }
        try {
            if (JsonText.parse(text) instanceof JsonObject report
                    && report.keySet().equals(Set.of("stdout", "stderr", "ret_val"))
                    && report.values().stream().allMatch(JsonString.class::isInstance)) {
                String stderr = report.getString("stderr") + answer.stderr();
                String result = answer.retVal().isEmpty() ? report.getString("ret_val") : answer.retVal();
                return answer.withOutput(report.getString("stdout"), stderr, result)
                        .asLeaked();
            }
        } catch (JsonException e) {
            // The code has printed something similar.
        }
        return answer;
    }
}
