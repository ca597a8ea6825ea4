package io.faasruntime.rest;

import io.faasruntime.access.Visitor;
import io.faasruntime.api.Runtime;
import io.faasruntime.api.Validation;
import io.faasruntime.runtime.RuntimeManager;
import io.faasruntime.wire.RunCodeRequest;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The runtimes over HTTP. */
@Dependent
@Path("api/runtimes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "runtimes", description = "Run and check code")
public class RuntimesResource {

    private final RuntimeManager manager;
    private final Runs runs;
    private final Visitor visitor;

    @Inject
    public RuntimesResource(RuntimeManager manager, Runs runs, Visitor visitor) {
        this.manager = manager;
        this.runs = runs;
        this.visitor = visitor;
    }

    @GET
    @Operation(summary = "Every language with its names, backend, status and limits")
    public List<RuntimeDescription> runtimes() {
        return manager.getSupportedLanguages().stream()
                .map(manager::getRuntime)
                .map(runtime -> RuntimeDescription.of(runtime, visitor.seesDetails()))
                .toList();
    }

    @GET
    @Path("{language}")
    @Operation(summary = "One language; any of its names works")
    public RuntimeDescription runtime(@PathParam("language") String language) {
        return RuntimeDescription.of(manager.getRuntime(language), visitor.seesDetails());
    }

    @GET
    @Path("{language}/return-val")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "The return_val prelude for services that have no such function")
    public String returnValFunction(@PathParam("language") String language) {
        return manager.getRuntime(language).getReturnValFunction();
    }

    @POST
    @Path("{language}/run")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Runs code")
    public CompletionStage<@Nullable String> run(
            @PathParam("language") String language,
            @Context HttpHeaders headers,
            @Context HttpServletRequest caller,
            InputStream body)
            throws IOException {
        Runtime runtime = manager.getRuntime(language);
        return runs.run(runtime, runs.read(body), headers, caller);
    }

    @POST
    @Path("{language}/validate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Parses code with the language's own parser; executes nothing")
    public CompletionStage<@Nullable ValidationReport> validate(
            @PathParam("language") String language,
            @QueryParam("requires") @Nullable String requires,
            @Context HttpServletRequest caller,
            InputStream body)
            throws IOException {
        Runtime runtime = manager.getRuntime(language);
        RunCodeRequest request = runs.read(body);
        CompletionStage<Validation> validation = requires == null
                ? runtime.validateCodeAsync(request.code())
                : runtime.validateCodeAsync(request.code(), requires);
        return runs.answer(caller, validation, ValidationReport::of);
    }

    @DELETE
    @Operation(summary = "Forgets every cached runtime (runtime-admin)")
    public void clear() {
        manager.clearCache();
    }

    @GET
    @Path("health")
    @Operation(summary = "The health of every language")
    public HealthReport health() {
        return HealthReport.of(manager.getHealthStatus());
    }

    @GET
    @Path("metrics")
    @Operation(summary = "The counters of every language")
    public Map<String, Map<String, Long>> metrics() {
        Map<String, Map<String, Long>> metrics = new LinkedHashMap<>();
        manager.getMetrics().forEach((language, counters) -> metrics.put(language.name(), counters));
        return metrics;
    }
}
