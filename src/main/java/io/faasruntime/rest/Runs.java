package io.faasruntime.rest;

import io.faasruntime.access.Visitor;
import io.faasruntime.api.CallContext;
import io.faasruntime.api.ExecutionRequest;
import io.faasruntime.api.Runtime;
import io.faasruntime.config.ExecutionPolicy;
import io.faasruntime.wire.RequestBody;
import io.faasruntime.wire.RunCodeRequest;
import io.faasruntime.wire.RunCodeRequestReader;
import io.faasruntime.wire.RunCodeResponse;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;

/** What {@code /api} and the contract do alike: read a request, run it, write the answer. Immutable. */
@Dependent
public class Runs {

    private final ExecutionPolicy policy;
    private final Visitor visitor;

    @Inject
    public Runs(ExecutionPolicy policy, Visitor visitor) {
        this.policy = policy;
        this.visitor = visitor;
    }

    /** Blocks for the body; at most as much of it is read as the policy can need. */
    public RunCodeRequest read(InputStream body) throws IOException {
        return RunCodeRequestReader.read(RequestBody.read(body, policy.maxRequestBytes()));
    }

    /** The contract's response, as JSON, once the run has ended. */
    public CompletionStage<String> run(Runtime runtime, RunCodeRequest request, HttpHeaders headers) {
        ExecutionRequest execution = ExecutionRequest.of(request.code())
                .withInput(request.input())
                .withExt(request.ext())
                .withLimits(request.limits(runtime.sandboxConfig()))
                .withCaller(visitor.shareName(request.ext()))
                .withContext(context(headers));
        return runtime.runCodeAsync(execution).thenApply(result -> RunCodeResponse.toJson(runtime.language(), result));
    }

    private static CallContext context(HttpHeaders headers) {
        return CallContext.of(
                headers.getHeaderString("traceparent"),
                headers.getHeaderString("tracestate"),
                headers.getHeaderString("X-Request-ID"));
    }
}
