package io.faasruntime.sandbox.rest;

import io.faasruntime.api.ExecutionResult;
import io.faasruntime.api.HealthStatus;
import io.faasruntime.api.InvalidRequestException;
import io.faasruntime.api.Language;
import io.faasruntime.api.SandboxConfig;
import io.faasruntime.api.UnknownLanguageException;
import io.faasruntime.config.ExecutionPolicy;
import io.faasruntime.sandbox.EmbeddedBackend;
import io.faasruntime.spi.Deadline;
import io.faasruntime.spi.Execution;
import io.faasruntime.spi.ExecutionFinished;
import io.faasruntime.wire.JsonText;
import io.faasruntime.wire.RequestBody;
import io.faasruntime.wire.RunCodeRequest;
import io.faasruntime.wire.RunCodeRequestReader;
import io.faasruntime.wire.RunCodeResponse;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The FaaS contract, served by this server's own sandbox. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "faas", description = "The FaaS contract, served by the embedded sandbox")
public class FaasResource {

    private final EmbeddedBackend sandbox;
    private final ExecutionPolicy policy;
    private final Event<ExecutionFinished> finished;

    /** For the proxies that CDI makes of this bean. */
    @SuppressWarnings("NullAway")
    protected FaasResource() {
        sandbox = null;
        policy = null;
        finished = null;
    }

    @Inject
    public FaasResource(EmbeddedBackend sandbox, ExecutionPolicy policy, Event<ExecutionFinished> finished) {
        this.sandbox = sandbox;
        this.policy = policy;
        this.finished = finished;
    }

    @POST
    @Path("run_code")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Runs code; for backends that expect the contract at the root of a host")
    public CompletionStage<String> runCodeAtRoot(InputStream body) throws IOException {
        return runCode(body);
    }

    @POST
    @Path("faas/run_code")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Runs code")
    public CompletionStage<String> runCode(InputStream body) throws IOException {
        RunCodeRequest request = RunCodeRequestReader.read(RequestBody.read(body, policy.maxRequestBytes()));
        Language language = language(request.language());
        SandboxConfig limits = request.limits(policy.defaults());
        Execution execution = new Execution(
                language,
                request.code(),
                request.input() == null ? null : request.input().toString(),
                request.stdin(),
                request.ext(),
                limits,
                Deadline.after(limits.timeLimit()),
                false,
                "");
        return sandbox.execute(execution)
                .whenComplete((result, failure) -> report(execution, result, failure))
                .thenApply(result -> RunCodeResponse.toJson(language, result));
    }

    private void report(Execution execution, @Nullable ExecutionResult result, @Nullable Throwable failure) {
        String outcome = result != null
                ? result.status().wireName()
                : String.valueOf(failure == null ? null : failure.getClass().getSimpleName());
        Duration queued = result == null ? Duration.ZERO : result.queueTime();
        finished.fire(new ExecutionFinished(
                execution.language(),
                sandbox.name(),
                outcome,
                execution.deadline().elapsed(),
                queued));
    }

    private Language language(@Nullable String name) {
        if (name == null) {
            throw new InvalidRequestException(
                    "language", "language is missing; allowed is one of " + sandbox.languages());
        }
        return sandbox.languages().stream()
                .filter(language -> language.isNamed(name))
                .findFirst()
                .orElseThrow(() -> new UnknownLanguageException(name, sandbox.languages()));
    }

    /** 200 when every language can be served, 503 otherwise; the body says which and why. */
    @GET
    @Path("faas/health")
    @Operation(summary = "Whether code can be run")
    public Response health() {
        JsonArrayBuilder languages = JsonText.PROVIDER.createArrayBuilder();
        JsonObjectBuilder down = JsonText.PROVIDER.createObjectBuilder();
        boolean healthy = true;
        for (Language language : sandbox.languages()) {
            languages.add(language.name());
            HealthStatus status = sandbox.health(language);
            if (!status.up()) {
                healthy = false;
                down.add(language.name(), status.reason());
            }
        }
        JsonObjectBuilder body = JsonText.PROVIDER
                .createObjectBuilder()
                .add("status", healthy ? "healthy" : "unhealthy")
                .add("server", "faas-runtime")
                .add("languages", languages)
                .add("down", down);
        return Response.status(healthy ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE)
                .entity(JsonText.write(body.build()))
                .build();
    }

    @GET
    @Path("faas/metrics")
    @Operation(summary = "Counters of the workers, by language")
    public String metrics() {
        JsonObjectBuilder body = JsonText.PROVIDER.createObjectBuilder();
        for (Language language : sandbox.languages()) {
            JsonObjectBuilder counters = JsonText.PROVIDER.createObjectBuilder();
            sandbox.metrics(language).forEach(counters::add);
            body.add(language.name(), counters);
        }
        return JsonText.write(body.build());
    }
}
