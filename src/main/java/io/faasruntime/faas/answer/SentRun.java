package io.faasruntime.faas.answer;

import io.faasruntime.api.ExecutionError;
import io.faasruntime.api.ExecutionOutput;
import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.api.Language;
import io.faasruntime.api.SandboxConfig;
import io.faasruntime.faas.node.ServerKind;
import io.faasruntime.spi.Conversion;
import io.faasruntime.spi.Execution;
import io.faasruntime.wire.RunCodeRequest;
import jakarta.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** A run as one node is asked for it, and the one who knows what the node's answer means. Immutable. */
public final class SentRun {

    private static final Duration NONE = Duration.ZERO;

    private final ServerKind server;
    private final Execution execution;
    private final SandboxConfig limits;
    private final Optional<String> mark;
    private final String text;
    private final SourcePositions positions;

    /**
     * {@code execution} for a node of the kind {@code server}.
     *
     * @param limits the limits of the run, with what is left of its time
     * @param resultLimit the largest result that may be handed over, in bytes
     * @param conversion what the code has become for a server that does not know its language
     */
    public SentRun(
            ServerKind server,
            Execution execution,
            SandboxConfig limits,
            long resultLimit,
            Optional<Conversion> conversion) {
        this.server = server;
        this.execution = execution;
        this.limits = limits;
        this.positions = new SourcePositions(execution.code(), conversion, fileName(execution.language()));
        Optional<Dialect> dialect = server.own() ? Optional.empty() : Dialect.of(execution.language());
        String code = conversion.map(Conversion::code).orElse(execution.code());
        Optional<Enclosure> enclosed =
                dialect.map(any -> Enclosure.of(execution, code, positions.file(), limits, resultLimit));
        this.mark = enclosed.map(Enclosure::mark);
        this.text = enclosed.map(all -> dialect.orElseThrow().text(all)).orElse(code);
    }

    private static String fileName(Language language) {
        return language.equals(Language.TYPESCRIPT) ? "snippet.ts" : "snippet.js";
    }

    /** The request's body. */
    public byte[] body() {
        return RunCodeRequest.of(
                        server.wireName(execution.language()),
                        text,
                        execution.input().orElse(null),
                        execution.stdin().orElse(null),
                        execution.ext(),
                        limits)
                .toJson()
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What {@code answer}, the body of an answer with status 200, says about the run.
     *
     * @param elapsed time from sending the request to the answer
     * @throws MalformedAnswerException if it is not an answer of the contract
     */
    public ExecutionResult meaning(byte[] answer, Duration elapsed) throws MalformedAnswerException {
        try {
            return new AnswerMeaning(this, elapsed).of(AnswerReader.read(answer));
        } catch (JsonException e) {
            throw new MalformedAnswerException("the answer is not valid JSON");
        }
    }

    /** What no answer says about the run, where the server is one that leaves it at that when the time is up. */
    public static ExecutionResult outOfTime(Duration elapsed) {
        ExecutionStatus status = ExecutionStatus.TIMEOUT;
        ExecutionOutput output = new ExecutionOutput("", "", "");
        return new ExecutionResult(status, output, Optional.empty(), status.exitCode(), false, elapsed, NONE, "");
    }

    /** What becomes of code that cannot be parsed, and is not sent for that reason. */
    public static ExecutionResult unparsable(Execution execution, ExecutionError error) {
        ExecutionStatus status = ExecutionStatus.SYNTAX_ERROR;
        SourcePositions source =
                new SourcePositions(execution.code(), Optional.empty(), fileName(execution.language()));
        ExecutionOutput output = new ExecutionOutput("", source.told(error), "");
        return new ExecutionResult(status, output, Optional.of(error), status.exitCode(), false, NONE, NONE, "");
    }

    Language language() {
        return execution.language();
    }

    ServerKind server() {
        return server;
    }

    /** By what the envelope is known again; empty for code that was sent as it is. */
    Optional<String> mark() {
        return mark;
    }

    SourcePositions positions() {
        return positions;
    }

    /** The time limit that is sent. */
    long timeoutMs() {
        return limits.timeLimit().toMillis();
    }

    SandboxConfig limits() {
        return limits;
    }
}
