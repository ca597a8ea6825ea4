package io.faasruntime.faas.answer;

import io.faasruntime.api.ExecutionError;
import io.faasruntime.api.ExecutionOutput;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.wire.ReturnValPrelude;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server says about a run that shows no envelope: a language without one, or a server that has not run the code at
 * all, or keeps what it printed to itself.
 *
 * @param sent the request that is answered
 * @param elapsed time from sending it to the answer
 * @param leaked whether the answer was the raw report of a process that was killed, or crashed, after reporting
 */
record ServersWord(SentRun sent, Duration elapsed, boolean leaked) {

    /** A timer at the server may be this much early. */
    private static final long TIMER_SLACK_MS = 10;

    private static final Set<String> DONE = Set.of("success", "completed");
    private static final Set<String> FAILED = Set.of("error", "failed");

    private static final Pattern MARKED = Pattern.compile(
            "(?s)" + ReturnValPrelude.START + "\\r?\\n?(.*?)\\r?\\n?" + ReturnValPrelude.END + "\\r?\\n?");

    /** The status by its name in our own servers' words. */
    static ExecutionStatus exactStatus(Answer answer) throws MalformedAnswerException {
        String status = answer.metadata().status();
        return ExecutionStatus.fromWireName(status == null ? "" : status)
                .orElseThrow(() -> new MalformedAnswerException("the answer has an unknown metadata.status"));
    }

    /** Whether the run took all the time it had. */
    static boolean atLimit(Answer answer, SentRun sent, Duration elapsed) {
        Long ran = answer.metadata().durationMs();
        return (ran == null ? elapsed.toMillis() : ran) >= sent.timeoutMs() - TIMER_SLACK_MS;
    }

    ExecutionStatus status(Answer answer) throws MalformedAnswerException {
        String status = answer.metadata().status();
        if (answer.metadata().timedOut()) {
            return ExecutionStatus.TIMEOUT;
        }
        if (status != null && FAILED.contains(status)) {
            return error(trace(answer));
        }
        if (status == null || DONE.contains(status)) {
            return done(answer);
        }
        return exactStatus(answer);
    }

    /** What became of a run that the server calls a success. */
    private ExecutionStatus done(Answer answer) {
        if (answer.reportsFailure()) {
            return error(trace(answer));
        }
        // Of its own accord coze-loop's JavaScript server takes a result from code that has thrown nothing.
        Optional<StackTrace> trace = trace(answer);
        if (trace.isPresent() && answer.output().retVal().isEmpty() && tellsErrorsByStackOnly(answer)) {
            return error(trace);
        }
        // JavaScript servers kill a run at its limit and call that a success: nothing printed, or the process's raw
        // report when it had already finished its synchronous part.
        boolean killed = atLimit(answer, sent, elapsed) && (answer.isSilent() || leaked);
        return killed ? ExecutionStatus.TIMEOUT : ExecutionStatus.SUCCESS;
    }

    private boolean tellsErrorsByStackOnly(Answer answer) {
        return StackTraces.of(sent.language()) == StackTraces.SCRIPT
                || answer.metadata().status() == null;
    }

    private Optional<StackTrace> trace(Answer answer) {
        return StackTraces.of(sent.language()).in(answer);
    }

    private static ExecutionStatus error(Optional<StackTrace> trace) {
        return trace.isPresent() && trace.get().syntax() ? ExecutionStatus.SYNTAX_ERROR : ExecutionStatus.ERROR;
    }

    Optional<ExecutionError> failure(Answer answer, ExecutionStatus status) {
        Optional<ExecutionError> said = Optional.ofNullable(answer.metadata().failure());
        if (said.isPresent() || (status != ExecutionStatus.ERROR && status != ExecutionStatus.SYNTAX_ERROR)) {
            return said;
        }
        Optional<ExecutionError> traced = trace(answer)
                .map(seen -> new ExecutionError(
                        seen.type(), seen.message(), seen.line(), seen.line() == 0 ? 0 : seen.column()));
        return traced.isPresent() || answer.error().isEmpty()
                ? traced
                : Optional.of(new ExecutionError("Error", answer.error(), 0, 0));
    }

    /** A result between the marker lines of a {@code return_val}, on servers that do not look for it themselves. */
    static Answer withoutMarks(Answer answer) {
        ExecutionOutput output = answer.output();
        if (!output.retVal().isEmpty() || !output.stdout().contains(ReturnValPrelude.START)) {
            return answer;
        }
        String result = "";
        Matcher marked = MARKED.matcher(output.stdout());
        while (marked.find()) {
            result = marked.group(1);
        }
        return answer.with(new ExecutionOutput(marked.replaceAll(""), output.stderr(), result));
    }
}
