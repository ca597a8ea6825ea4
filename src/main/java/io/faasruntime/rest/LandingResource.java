package io.faasruntime.rest;

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

    private final RuntimeManager manager;
    private final ServerInstance instance;

    @Inject
    public LandingResource(RuntimeManager manager, ServerInstance instance) {
        this.manager = manager;
        this.instance = instance;
    }

    /** Preferred where the caller takes both: somebody at a terminal. */
    @GET
    @Produces("text/plain; qs=1.0")
    @Operation(hidden = true)
    public Response text(@Context UriInfo uri) {
        return answer(page(uri).text());
    }

    @GET
    @Produces("text/html; charset=utf-8; qs=0.9")
    @Operation(hidden = true)
    public Response html(@Context UriInfo uri) {
        return answer(page(uri).html());
    }

    private LandingPage page(UriInfo uri) {
        return new LandingPage(uri.getBaseUri().toString().replaceAll("/$", ""), manager.getHealthStatus());
    }

    private Response answer(String page) {
        return Response.ok(page).header(ServerInstance.HEADER, instance.id()).build();
    }
}
