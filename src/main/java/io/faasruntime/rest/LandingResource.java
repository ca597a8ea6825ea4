package io.faasruntime.rest;

import io.faasruntime.access.Visitor;
import io.faasruntime.api.HealthStatus;
import io.faasruntime.runtime.RuntimeManager;
import io.faasruntime.server.ServerInstance;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What somebody sees who opens the server's address: what is running, and where to go next. */
@Dependent
@Path("/")
public class LandingResource {

    private final RuntimeManager manager;
    private final ServerInstance instance;
    private final Visitor visitor;

    @Inject
    public LandingResource(RuntimeManager manager, ServerInstance instance, Visitor visitor) {
        this.manager = manager;
        this.instance = instance;
        this.visitor = visitor;
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(hidden = true)
    public Response landing(@Context UriInfo uri) {
        StringBuilder text = new StringBuilder("faas-runtime is running.\n");
        if (visitor.runsCode()) {
            describe(text, uri);
        } else {
            text.append("\nSend a key or a token with each request: Authorization: Bearer, or X-Api-Key.\n");
        }
        return Response.ok(text.toString())
                .header(ServerInstance.HEADER, instance.id())
                .build();
    }

    private void describe(StringBuilder text, UriInfo uri) {
        text.append('\n');
        manager.getHealthStatus()
                .forEach((language, health) ->
                        text.append("  %-8s %-10s %s%n".formatted(language, health.backend(), state(health))));
        String base = uri.getBaseUri().toString().replaceAll("/$", "");
        text.append("""

                Run something:
                  curl %1$s/api/runtimes/python/run -H 'Content-Type: application/json' -d '{"code": "print(6 * 7)"}'

                Look around:
                  %1$s/api/runtimes   languages, limits
                  %1$s/openapi/ui     every call, with examples
                  %1$s/health         readiness of each language
                  %1$s/metrics        counters
                """.formatted(base));
    }

    private String state(HealthStatus health) {
        return health.up() ? "up" : visitor.seesDetails() ? "down: " + health.reason() : "down";
    }
}
