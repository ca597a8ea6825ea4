package io.faasruntime.faas.answer;

import io.faasruntime.api.ExecutionError;
import io.faasruntime.api.ExecutionOutput;
import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.ExecutionStatus;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What really happened to a run. Our own servers say it; of others the envelope does, and what a server makes of the code
 * besides does not count. Code that began and left no envelope did not end. Where neither shows, the server's word is all
 * there is.
 *
 * @param sent the request that is answered
 * @param elapsed time from sending it to the answer
 */
record AnswerMeaning(SentRun sent, Duration elapsed) {

    /** @throws MalformedAnswerException if it has a status that nobody knows */
    ExecutionResult of(Answer answer) throws MalformedAnswerException {
        if (sent.server().own()) {
            ExecutionStatus status = ServersWord.exactStatus(answer);
            return result(
                    answer,
                    status,
                    answer.output(),
                    Optional.ofNullable(answer.metadata().failure()));
        }
        Optional<String> mark = sent.mark();
        if (mark.isPresent()) {
            Optional<Letter> letter = Letter.find(answer, mark.get());
            if (letter.isPresent()) {
                return withinLimit(opened(answer, letter.get()));
            }
            if (Streamed.begun(answer, mark.get())) {
                return withinLimit(notEnded(answer, Streamed.output(answer, mark.get())));
            }
        }
        Optional<Answer> leaked = LeakedReport.in(answer);
        ServersWord word = new ServersWord(sent, elapsed, leaked.isPresent());
        Answer plain = ServersWord.withoutMarks(leaked.orElse(answer));
        ExecutionStatus status = word.status(plain);
        return withinLimit(result(plain, status, plain.output(), word.failure(plain, status)));
    }

    private ExecutionResult opened(Answer answer, Letter letter) {
        Optional<ExecutionError> error = letter.error().map(sent.positions()::of);
        String stderr = sent.positions().inText(letter.output().stderr());
        String report = sent.positions().inText(letter.report());
        if (error.isPresent()) {
            stderr = sent.positions().withExcerpt(stderr, report, error.get());
        }
        return new ExecutionResult(
                letter.status(),
                new ExecutionOutput(
                        letter.output().stdout(), stderr, letter.output().retVal()),
                error,
                letter.exitCode().orElse(letter.status().exitCode()),
                letter.truncated(),
                letter.ran(),
                queueTime(answer),
                answer.metadata().engine());
    }

    private ExecutionResult notEnded(Answer answer, ExecutionOutput output) {
        boolean late = answer.metadata().timedOut() || ServersWord.atLimit(answer, sent, elapsed);
        if (late) {
            return result(answer, ExecutionStatus.TIMEOUT, output, Optional.empty());
        }
        if (output.stderr().contains("out of memory")) {
            return result(answer, ExecutionStatus.MEMORY_LIMIT, output, Optional.empty());
        }
        ExecutionError error =
                new ExecutionError("Crash", "the process that ran the code ended before the code did", 0, 0);
        return result(answer, ExecutionStatus.ERROR, output, Optional.of(error));
    }

    private ExecutionResult result(
            Answer answer, ExecutionStatus status, ExecutionOutput output, Optional<ExecutionError> error) {
        Answer.Metadata said = answer.metadata();
        return new ExecutionResult(
                status,
                output,
                error,
                exitCode(status, said.exitCode()),
                said.truncated(),
                said.durationMs() == null ? elapsed : Duration.ofMillis(Math.max(0, said.durationMs())),
                queueTime(answer),
                said.engine());
    }

    /** A server of others knows no exit codes of limits, and says 0 of code that has failed. */
    private int exitCode(ExecutionStatus status, @Nullable Integer said) {
        if (said == null) {
            return status.exitCode();
        }
        boolean chosen = status == ExecutionStatus.ERROR || status == ExecutionStatus.SYNTAX_ERROR;
        return sent.server().own() || (chosen && said != 0) ? said : status.exitCode();
    }

    private static Duration queueTime(Answer answer) {
        Long queued = answer.metadata().queueMs();
        return Duration.ofMillis(queued == null ? 0 : Math.max(0, queued));
    }

    /** Holds a run to its output limit when the server does not. */
    private ExecutionResult withinLimit(ExecutionResult result) {
        ExecutionOutput cut = new OutputLimit(sent.limits().maxOutputBytes()).cut(result.output());
        if (cut == result.output()) {
            return result;
        }
        return new ExecutionResult(
                result.isSuccess() ? ExecutionStatus.OUTPUT_LIMIT : result.status(),
                cut,
                result.error(),
                result.isSuccess() ? ExecutionStatus.OUTPUT_LIMIT.exitCode() : result.exitCode(),
                true,
                result.duration(),
                result.queueTime(),
                result.engine());
    }
}
