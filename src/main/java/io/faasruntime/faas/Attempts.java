package io.faasruntime.faas;

import io.faasruntime.api.ExecutionError;
import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.FaasRuntimeException;
import io.faasruntime.api.SandboxConfig;
import io.faasruntime.api.ServiceUnavailableException;
import io.faasruntime.faas.answer.MalformedAnswerException;
import io.faasruntime.faas.answer.SentRun;
import io.faasruntime.faas.node.FaultKind;
import io.faasruntime.faas.node.Node;
import io.faasruntime.faas.node.NodeFault;
import io.faasruntime.faas.node.ServerKind;
import io.faasruntime.faas.settings.RetrySettings;
import io.faasruntime.spi.Conversion;
import io.faasruntime.spi.Execution;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the attempts of calls: each asks one node after the other until one of them may have executed the code. What
 * happens after a failed attempt is decided here, and done by the annotations of {@link FaasClient}. Safe for threads.
 */
final class Attempts {

    private static final Duration ONE_MS = Duration.ofMillis(1);

    private final FaasService service;
    private final Converters converters;

    Attempts(FaasService service, Converters converters) {
        this.service = service;
        this.converters = converters;
    }

    /**
     * Makes one attempt. Afterwards the call has an outcome.
     *
     * @throws NodeFault instead, if another attempt is to follow
     */
    void make(FaasCall call, TraceHeaders trace) throws NodeFault {
        try {
            if (service.circuit().refusal().isZero()) {
                call.awaitTurn();
            }
            Optional<Circuit.Permit> permit = service.circuit().enter();
            if (permit.isEmpty()) {
                call.failed(refused(call));
            } else {
                make(call, trace, permit.get());
            }
        } catch (FaasRuntimeException e) {
            call.failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            call.failed(ServiceUnavailableException.failed(
                    "the call was given up by its caller",
                    call.made(service.nodes().toString()),
                    e));
        }
    }

    private void make(FaasCall call, TraceHeaders trace, Circuit.Permit permit) throws NodeFault, InterruptedException {
        boolean ended = false;
        try {
            ExecutionResult result = askNodes(call, trace);
            permit.ended(false);
            ended = true;
            call.succeeded(result);
        } catch (NodeFault fault) {
            boolean opens = permit.ended(fault.kind().serviceFault());
            ended = true;
            if (opens || !anotherMayFollow(call, fault)) {
                call.failed(fault.toException(call.elapsed(), call.attempts()));
            } else {
                call.remember(fault);
                throw fault;
            }
        } finally {
            if (!ended) {
                permit.givenUp();
            }
        }
    }

    /** What a call gets while nobody is to be asked: what its last attempt met with, if it has made any. */
    private FaasRuntimeException refused(FaasCall call) {
        service.counters().circuitRejections.incrementAndGet();
        return call.lastFault()
                .map(fault -> fault.toException(call.elapsed(), call.attempts()))
                .orElseGet(() -> ServiceUnavailableException.forNow(
                        service.nodes() + " is not asked: its circuit is open after repeated failures",
                        call.made(service.nodes().toString()),
                        service.circuit().refusal(),
                        null));
    }

    private ExecutionResult askNodes(FaasCall call, TraceHeaders trace) throws NodeFault, InterruptedException {
        @Nullable NodeFault worst = null;
        for (Node node : service.nodes().inOrder(call::avoids)) {
            try {
                return ask(node, call, trace);
            } catch (NodeFault fault) {
                call.avoid(node);
                if (fault.kind().unreached()) {
                    node.reportUnreachable(fault.getMessage());
                }
                if (!fault.kind().notExecuted()) {
                    throw fault;
                }
                worst = moreTelling(worst, fault);
            }
        }
        throw Objects.requireNonNull(worst, "a service has a node");
    }

    /** A node that is there says more than one that is not; of two that are, the one that is back sooner. */
    private static NodeFault moreTelling(@Nullable NodeFault one, NodeFault other) {
        if (one == null || one.kind().unreached()) {
            return other;
        }
        boolean sooner = other.retryAfter().isPresent()
                && (one.retryAfter().isEmpty()
                        || other.retryAfter().get().compareTo(one.retryAfter().get()) < 0);
        return sooner ? other : one;
    }

    private ExecutionResult ask(Node node, FaasCall call, TraceHeaders trace) throws NodeFault, InterruptedException {
        service.probe().lookFirst(node, call.timeToRun());
        if (call.timeToRun().isZero()) {
            throw new NodeFault(FaultKind.LATE, node, "was not asked: the time limit has passed", null);
        }
        ServerKind kind = node.state().kind();
        Execution execution = call.execution();
        Optional<Conversion> conversion = kind.needsConversion(execution.language())
                ? Optional.of(call.conversion(converters))
                : Optional.empty();
        Optional<ExecutionError> unparsable = conversion.flatMap(Conversion::error);
        if (unparsable.isPresent()) {
            return SentRun.unparsable(execution, unparsable.get());
        }
        SandboxConfig limits = execution.limits().withTimeLimit(timeToRun(call));
        SentRun sent = new SentRun(kind, execution, limits, service.settings().largestResult(), conversion);
        return send(node, call, trace, sent, service.settings().maxResponseBytes(limits));
    }

    private ExecutionResult send(Node node, FaasCall call, TraceHeaders trace, SentRun sent, long maxBytes)
            throws NodeFault, InterruptedException {
        byte[] body = sent.body();
        call.countAttempt();
        service.counters().requests.incrementAndGet();
        long start = System.nanoTime();
        try {
            byte[] answer = service.connections().post(node, body, trace.byName(), call.timeToAnswer(), maxBytes);
            return sent.meaning(answer, since(start));
        } catch (MalformedAnswerException e) {
            throw new NodeFault(FaultKind.NONSENSE, node, "cannot be understood: " + e.getMessage(), null);
        } catch (NodeFault fault) {
            if (fault.kind() == FaultKind.LATE && node.state().kind().ignoresTimeLimits()) {
                return SentRun.outOfTime(since(start));
            }
            throw fault;
        }
    }

    private static Duration since(long startNanos) {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    /** What is left of the time limit, in whole milliseconds and at least one. */
    private static Duration timeToRun(FaasCall call) {
        Duration left = call.timeToRun().plus(ONE_MS).minusNanos(1);
        Duration limit = call.execution().limits().timeLimit();
        return Duration.ofMillis(Math.max(1, Math.min(left.toMillis(), limit.toMillis())));
    }

    /** Whether another attempt is allowed, may help, does no harm, and fits into the deadline; decides when. */
    private boolean anotherMayFollow(FaasCall call, NodeFault fault) {
        FaultKind kind = fault.kind();
        RetrySettings retry = service.settings().retry();
        Duration pause = longer(fault.retryAfter().orElse(Duration.ZERO), retry.pause());
        boolean harmless = kind.notExecuted() || call.execution().idempotent();
        boolean fits = pause.compareTo(call.timeToRun()) < 0;
        if (kind.repetitionHelps() && harmless && fits && call.startRound(retry.attempts())) {
            call.comeBackAfter(pause);
            return true;
        }
        return false;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
