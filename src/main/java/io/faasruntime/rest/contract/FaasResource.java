package io.faasruntime.rest.contract;

import io.faasruntime.access.Visitor;
import io.faasruntime.api.HealthStatus;
import io.faasruntime.api.InvalidRequestException;
import io.faasruntime.api.Language;
import io.faasruntime.api.Runtime;
import io.faasruntime.api.SandboxConfig;
import io.faasruntime.api.UnknownLanguageException;
import io.faasruntime.rest.ProblemException;
import io.faasruntime.rest.Runs;
import io.faasruntime.runtime.RuntimeManager;
import io.faasruntime.spi.ExecutionBackend;
import io.faasruntime.wire.HealthDocument;
import io.faasruntime.wire.Problem;
import io.faasruntime.wire.RunCodeRequest;
import io.faasruntime.wire.RunCodeResponse;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The FaaS contract, served by this server's own engines. */
@Dependent
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "faas", description = "The FaaS contract, served by the embedded sandbox")
public class FaasResource {

    private final RuntimeManager manager;
    private final Runs runs;
    private final Visitor visitor;

    @Inject
    public FaasResource(RuntimeManager manager, Runs runs, Visitor visitor) {
        this.manager = manager;
        this.runs = runs;
        this.visitor = visitor;
    }

    @POST
    @Path("run_code")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Runs code; for backends that expect the contract at the root of a host")
    public CompletionStage<@Nullable String> runCodeAtRoot(
            @Context HttpHeaders headers, @Context HttpServletRequest caller, InputStream body) throws IOException {
        return runCode(headers, caller, body);
    }

    @POST
    @Path("faas/run_code")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Runs code")
    public CompletionStage<@Nullable String> runCode(
            @Context HttpHeaders headers, @Context HttpServletRequest caller, InputStream body) throws IOException {
        requireJson(headers.getMediaType());
        return Handling.of(headers) == Handling.STRICT
                ? strictly(headers, caller, body)
                : leniently(headers, caller, body);
    }

    /** A body without a type is taken for JSON. One of another type is not: web pages may send some to anybody. */
    private static void requireJson(@Nullable MediaType type) {
        boolean json = type == null
                || (type.getType().equalsIgnoreCase("application")
                        && type.getSubtype().toLowerCase(Locale.ROOT).endsWith("json"));
        if (!json) {
            throw new NotSupportedException();
        }
    }

    private CompletionStage<@Nullable String> strictly(HttpHeaders headers, HttpServletRequest caller, InputStream body)
            throws IOException {
        RunCodeRequest request = runs.read(body);
        Runtime runtime = runtime(request.language());
        SandboxConfig limits = request.limits(runtime.sandboxConfig());
        return runs.run(
                runtime,
                request,
                limits,
                headers,
                caller,
                result -> RunCodeResponse.toJson(runtime.language(), result));
    }

    private CompletionStage<@Nullable String> leniently(
            HttpHeaders headers, HttpServletRequest caller, InputStream body) throws IOException {
        try {
            RunCodeRequest request = runs.readLeniently(body);
            Runtime runtime = runtime(request.language());
            SandboxConfig wanted = request.limits(runtime.sandboxConfig());
            SandboxConfig limits = wanted.timeLimit().compareTo(runs.maxTimeLimit()) > 0
                    ? wanted.withTimeLimit(runs.maxTimeLimit())
                    : wanted;
            List<String> warnings = limits == wanted ? List.of() : List.of(cut(wanted, limits));
            return runs.run(
                    runtime,
                    request,
                    limits,
                    headers,
                    caller,
                    result -> RunCodeResponse.toJson(runtime.language(), Reason.addedTo(result, limits), warnings));
        } catch (InvalidRequestException e) {
            if (!e.tooLarge()) {
                throw e;
            }
            return CompletableFuture.completedFuture(RefusedRun.toJson(Problem.of(e)));
        }
    }

    private static String cut(SandboxConfig wanted, SandboxConfig limits) {
        return "timeout is " + wanted.timeLimit().toMillis() + "; it was cut to the largest allowed, "
                + limits.timeLimit().toMillis() + " ms";
    }

    /** A language that there is not is a bad request here: the contract has 404 for addresses alone. */
    private Runtime runtime(@Nullable String language) {
        if (language == null) {
            throw new InvalidRequestException("language", "language is missing; allowed is one of " + languages());
        }
        try {
            return manager.getRuntimeOn(ExecutionBackend.EMBEDDED, language);
        } catch (UnknownLanguageException e) {
            throw new ProblemException(Problem.unknownLanguage(400, String.valueOf(e.getMessage())));
        }
    }

    /** 200 when every language can be served, 503 otherwise; the body says which, and why to those who may know. */
    @GET
    @Path("faas/health")
    @Operation(summary = "Whether code can be run")
    public Response health() {
        Set<String> names = new LinkedHashSet<>();
        Map<String, String> down = new LinkedHashMap<>();
        for (Language language : languages()) {
            names.add(language.name());
            HealthStatus status = runtime(language.name()).healthStatus();
            if (!status.up()) {
                down.put(language.name(), visitor.seesDetails() ? status.reason() : "down");
            }
        }
        HealthDocument document = new HealthDocument(true, names, down);
        return Response.status(document.healthy() ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE)
                .entity(document.toJson())
                .build();
    }

    @GET
    @Path("faas/metrics")
    @Operation(summary = "Counters of runs and workers, by language")
    public Map<String, Map<String, Long>> metrics() {
        return languages().stream()
                .collect(Collectors.toMap(
                        Language::name, language -> runtime(language.name()).metrics()));
    }

    private List<Language> languages() {
        return manager.getSupportedLanguagesOn(ExecutionBackend.EMBEDDED);
    }
}
