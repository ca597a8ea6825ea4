package io.faasruntime.faas.answer;

import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.SandboxConfig;
import io.faasruntime.faas.node.ServerKind;
import io.faasruntime.spi.Execution;
import io.faasruntime.wire.RunCodeRequest;
import jakarta.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A run as one node is asked for it, and the one who knows what the node's answer means. Immutable. */
public final class SentRun {

    private final ServerKind server;
    private final Execution execution;
    private final Dialect dialect;
    private final PreparedCode code;
    private final SandboxConfig limits;

    private SentRun(ServerKind server, Execution execution, Dialect dialect, SandboxConfig limits) {
        this.server = server;
        this.execution = execution;
        this.dialect = dialect;
        this.code = server.own()
                ? PreparedCode.asIs(execution.code())
                : dialect.prepare(
                        execution.code(),
                        execution.input().orElse(null),
                        execution.stdin().orElse(null));
        this.limits = limits;
    }

    /** {@code execution} for a node of the kind {@code server}, with what is left of its limits. */
    public static SentRun of(ServerKind server, Execution execution, SandboxConfig limits) {
        return new SentRun(server, execution, Dialect.of(execution.language()), limits);
    }

    /** The request's body. */
    public byte[] body() {
        return RunCodeRequest.of(
                        server.wireName(execution.language()),
                        code.text(),
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

    ServerKind server() {
        return server;
    }

    Dialect dialect() {
        return dialect;
    }

    PreparedCode code() {
        return code;
    }

    /** The time limit that is sent. */
    long timeoutMs() {
        return limits.timeLimit().toMillis();
    }

    SandboxConfig limits() {
        return limits;
    }
}
