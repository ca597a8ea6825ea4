package io.faasruntime.faas;

import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.FaasRuntimeException;
import io.faasruntime.api.SandboxConfig;
import io.faasruntime.api.ServiceUnavailableException;
import io.faasruntime.spi.Execution;
import io.faasruntime.wire.JsonText;
import io.faasruntime.wire.RunCodeRequest;
import jakarta.json.JsonException;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a call: asks one node after the other until one of them may have executed the code. What happens after
 * a failed attempt is decided here, and done by the annotations of the REST client. Safe for threads.
 */
final class Attempt {

    private static final Duration ONE_MS = Duration.ofMillis(1);

    private final FaasService service;
    private final StatusMeaning statuses;

    Attempt(FaasService service, Clock clock) {
        this.service = service;
        this.statuses = new StatusMeaning(clock);
    }

    /** Makes the attempt. Never throws what it can carry. */
    CarriedOutcome outcome(FaasCall call, TraceHeaders trace) {
        Optional<Duration> open = service.circuit().openFor();
        if (open.isPresent()) {
            return CarriedOutcome.of(new CircuitTrip(service.circuitOpen(call, open.get(), null)));
        }
        try {
            call.awaitTurn();
            ExecutionResult result = run(call, trace);
            service.circuit().ended(false);
            return CarriedOutcome.of(result);
        } catch (NodeFault fault) {
            return CarriedOutcome.of(verdict(call, fault));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CarriedOutcome.of(new FinalFailure(new ServiceUnavailableException(
                    "the call was given up by its caller",
                    service.nodes().toString(),
                    call.elapsed(),
                    call.attempts(),
                    false,
                    null,
                    e)));
        }
    }

    private ExecutionResult run(FaasCall call, TraceHeaders trace) throws NodeFault, InterruptedException {
        @Nullable NodeFault worst = null;
        for (Node node : service.nodes().inOrder(call)) {
            try {
                return ask(node, call, trace);
            } catch (NodeFault fault) {
                call.avoid(node);
                if (fault.kind() == FaultKind.UNREACHABLE || fault.kind() == FaultKind.UNTRUSTED) {
                    node.reportUnreachable(String.valueOf(fault.getMessage()));
                }
                if (!fault.kind().notExecuted()) {
                    throw fault;
                }
                worst = moreTelling(worst, fault);
            }
        }
        throw java.util.Objects.requireNonNull(worst, "a service has a node");
    }

    /** A node that is there says more than one that is not; of two that are, the one that is back sooner. */
    private static NodeFault moreTelling(@Nullable NodeFault one, NodeFault other) {
        if (one == null || one.kind() == FaultKind.UNREACHABLE || one.kind() == FaultKind.UNTRUSTED) {
            return other;
        }
        boolean sooner = other.retryAfter().isPresent()
                && (one.retryAfter().isEmpty()
                        || other.retryAfter().get().compareTo(one.retryAfter().get()) < 0);
        return sooner ? other : one;
    }

    private ExecutionResult ask(Node node, FaasCall call, TraceHeaders trace) throws NodeFault, InterruptedException {
        service.probe().lookFirst(node, call.timeToRun());
        Execution execution = call.execution();
        if (call.timeToRun().isZero()) {
            throw new NodeFault(FaultKind.LATE, node, "was not asked: the time limit has passed", null);
        }
        SandboxConfig limits = execution.limits().withTimeLimit(timeToRun(call));
        ServerKind kind = node.state().kind();
        Dialect dialect = Dialect.of(execution.language());
        PreparedCode code = kind.own()
                ? PreparedCode.asIs(execution.code())
                : dialect.prepare(execution.code(), execution.input().orElse(null));
        SentRun sent = new SentRun(kind, dialect, code, limits.timeLimit().toMillis(), limits);
        long maxBytes = service.settings().maxResponseBytes(limits);
        HttpRequest request = request(node, body(sent, execution), trace);
        call.countAttempt();
        service.counters().requests.incrementAndGet();
        long start = System.nanoTime();
        RawAnswer answer = new Exchange(service.http().get(), node).send(request, call.timeToAnswer(), maxBytes);
        return read(node, answer, new AnswerMeaning(sent, Duration.ofNanos(System.nanoTime() - start)), maxBytes);
    }

    /** What is left of the time limit, in whole milliseconds and at least one. */
    private static Duration timeToRun(FaasCall call) {
        Duration left = call.timeToRun().plus(ONE_MS).minusNanos(1);
        Duration limit = call.execution().limits().timeLimit();
        return Duration.ofMillis(Math.max(1, Math.min(left.toMillis(), limit.toMillis())));
    }

    private static byte[] body(SentRun sent, Execution execution) {
        return RunCodeRequest.of(
                        sent.server().wireName(execution.language()),
                        sent.code().text(),
                        execution.input().map(JsonText::parse).orElse(null),
                        execution.ext(),
                        sent.limits())
                .toJson()
                .getBytes(StandardCharsets.UTF_8);
    }

    private HttpRequest request(Node node, byte[] body, TraceHeaders trace) {
        HttpRequest.Builder request = HttpRequest.newBuilder(node.runCode())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .setHeader("Content-Type", "application/json; charset=utf-8")
                .setHeader("Accept", "application/json")
                .setHeader("Accept-Encoding", "gzip")
                .setHeader("User-Agent", "faas-runtime");
        trace.byName().forEach(request::setHeader);
        service.settings().credentials().headers().forEach(request::setHeader);
        return request.build();
    }

    private ExecutionResult read(Node node, RawAnswer answer, AnswerMeaning meaning, long maxBytes) throws NodeFault {
        if (answer.status() != 200) {
            throw statuses.of(node, answer);
        }
        try {
            return meaning.of(AnswerReader.read(answer.content(maxBytes)));
        } catch (OversizedBodyException e) {
            throw new NodeFault(FaultKind.NONSENSE, node, "sent too much: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new NodeFault(FaultKind.NONSENSE, node, "sent a body that its headers do not fit", e);
        } catch (MalformedAnswerException | JsonException e) {
            throw new NodeFault(FaultKind.NONSENSE, node, "cannot be understood: " + e.getMessage(), null);
        }
    }

    /** Whether another attempt may follow, and when, and whether the circuit opens. */
    private AttemptFailure verdict(FaasCall call, NodeFault fault) {
        FaultKind kind = fault.kind();
        FaasRuntimeException failure = fault.toException(call);
        if (service.circuit().ended(kind.serviceFault())) {
            return new CircuitTrip(failure);
        }
        RetrySettings retry = service.settings().retry();
        Duration pause = longer(fault.retryAfter().orElse(Duration.ZERO), retry.pause());
        boolean harmless = kind.notExecuted() || call.execution().idempotent();
        boolean fits = pause.compareTo(call.timeToRun()) < 0;
        if (kind.repetitionHelps() && harmless && fits && call.startRound(retry.attempts())) {
            call.comeBackAfter(pause);
            return new RepeatableFailure(failure);
        }
        return new FinalFailure(failure);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
