package io.faasruntime.rest;

import io.faasruntime.access.Visitor;
import io.faasruntime.api.CallContext;
import io.faasruntime.api.ExecutionRequest;
import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.Runtime;
import io.faasruntime.api.SandboxConfig;
import io.faasruntime.config.ExecutionPolicy;
import io.faasruntime.rest.departure.ClientWatch;
import io.faasruntime.wire.JsonFragment;
import io.faasruntime.wire.RequestBody;
import io.faasruntime.wire.RunCodeRequest;
import io.faasruntime.wire.RunCodeRequestReader;
import io.faasruntime.wire.RunCodeResponse;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What {@code /api} and the contract do alike: read a request, run it, write the answer. Immutable. */
@Dependent
public class Runs {

    private final ExecutionPolicy policy;
    private final ClientWatch clients;
    private final Visitor visitor;

    @Inject
    public Runs(ExecutionPolicy policy, ClientWatch clients, Visitor visitor) {
        this.policy = policy;
        this.clients = clients;
        this.visitor = visitor;
    }

    /** Blocks for the body; at most as much of it is read as the policy can need. */
    public RunCodeRequest read(InputStream body) throws IOException {
        return RunCodeRequestReader.read(RequestBody.read(body, policy.maxRequestBytes()));
    }

    /** As {@link #read} for callers of coze-loop's contract, who are used to servers that are not so strict. */
    public RunCodeRequest readLeniently(InputStream body) throws IOException {
        return RunCodeRequestReader.readLeniently(RequestBody.read(body, policy.maxRequestBytes()));
    }

    /** The longest time limit a run may ask for. */
    public Duration maxTimeLimit() {
        return policy.maxTimeLimit();
    }

    /** The contract's response, as JSON, once the run has ended; a client that goes away ends the run. */
    CompletionStage<@Nullable String> run(
            Runtime runtime, RunCodeRequest request, HttpHeaders headers, HttpServletRequest caller) {
        SandboxConfig limits = request.limits(runtime.sandboxConfig());
        return run(
                runtime,
                request,
                limits,
                headers,
                caller,
                result -> RunCodeResponse.toJson(runtime.language(), result));
    }

    /** A run under {@code limits}, whatever the request says of them, answered in {@code form}. */
    public <A> CompletionStage<@Nullable A> run(
            Runtime runtime,
            RunCodeRequest request,
            SandboxConfig limits,
            HttpHeaders headers,
            HttpServletRequest caller,
            Function<ExecutionResult, A> form) {
        ExecutionRequest execution = execution(request, limits, headers);
        return answer(caller, runtime.runCodeAsync(execution), form);
    }

    /** What {@code request} asks for, with what its headers say of its caller. */
    public ExecutionRequest execution(RunCodeRequest request, SandboxConfig limits, HttpHeaders headers) {
        return ExecutionRequest.of(request.code())
                .withInput(request.input() == null ? null : new JsonFragment(request.input()))
                .withStdin(request.stdin())
                .withExt(request.ext())
                .withLimits(limits)
                .withCaller(visitor.shareName(request.ext()))
                .withContext(context(headers));
    }

    /** {@code work} in the form that the caller gets; cancelled, and answered with nothing, if the caller goes away. */
    <T, A> CompletionStage<@Nullable A> answer(
            HttpServletRequest caller, CompletionStage<T> work, Function<T, A> form) {
        clients.cancelWithClient(caller, work.toCompletableFuture());
        return work.handle((value, failure) -> {
            if (failure == null) {
                return form.apply(value);
            }
            Throwable cause = Problems.unwrapped(failure);
            if (cause instanceof CancellationException) {
                return null;
            }
            throw cause instanceof RuntimeException unchecked ? unchecked : new CompletionException(cause);
        });
    }

    private static CallContext context(HttpHeaders headers) {
        return CallContext.of(
                headers.getHeaderString("traceparent"),
                headers.getHeaderString("tracestate"),
                headers.getHeaderString("X-Request-ID"));
    }
}
