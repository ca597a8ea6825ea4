package io.faasruntime.rest;

import io.faasruntime.access.Visitor;
import io.faasruntime.runtime.RuntimeManager;
import io.faasruntime.server.ServerInstance;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What somebody sees who opens the server's address: what is running, and where to go next. */
@Dependent
@Path("/")
public class LandingResource {

    private static final String FOR_STRANGERS = """
            faas-runtime is running.

            Send a key or a token with each request, as Authorization: Bearer or as X-Api-Key.
            """;

    private final RuntimeManager manager;
    private final ServerInstance instance;
    private final Visitor visitor;

    @Inject
    public LandingResource(RuntimeManager manager, ServerInstance instance, Visitor visitor) {
        this.manager = manager;
        this.instance = instance;
        this.visitor = visitor;
    }

    /** Preferred where the caller takes both: somebody at a terminal. */
    @GET
    @Produces("text/plain; qs=1.0")
    @Operation(hidden = true)
    public Response text(@Context UriInfo uri) {
        return answer(visitor.runsCode() ? page(uri).text() : FOR_STRANGERS);
    }

    @GET
    @Produces("text/html; charset=utf-8; qs=0.9")
    @Operation(hidden = true)
    public Response html(@Context UriInfo uri) {
        return answer(visitor.runsCode() ? page(uri).html() : FOR_STRANGERS);
    }

    private LandingPage page(UriInfo uri) {
        String base = uri.getBaseUri().toString().replaceAll("/$", "");
        return new LandingPage(base, manager.getHealthStatus(), visitor.seesDetails());
    }

    private Response answer(String page) {
        return Response.ok(page).header(ServerInstance.HEADER, instance.id()).build();
    }
}
