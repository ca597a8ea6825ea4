package io.faasruntime.rest.stream;

import io.faasruntime.api.ExecutionRequest;
import io.faasruntime.api.Runtime;
import io.faasruntime.rest.Runs;
import io.faasruntime.runtime.RuntimeManager;
import io.faasruntime.wire.RunCodeRequest;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A run whose output is sent while it runs; beside the one that answers when it has ended. */
@Dependent
@Path("api/runtimes")
public class LiveResource {

    private final RuntimeManager manager;
    private final Runs runs;

    @Inject
    public LiveResource(RuntimeManager manager, Runs runs) {
        this.manager = manager;
        this.runs = runs;
    }

    /** For who asks for events by name; who takes anything gets the other one. */
    @POST
    @Path("{language}/run")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.SERVER_SENT_EVENTS + ";qs=0.1")
    @Operation(hidden = true)
    public Response run(@PathParam("language") String language, @Context HttpHeaders headers, InputStream body)
            throws IOException {
        Runtime runtime = manager.getRuntime(language);
        RunCodeRequest code = runs.read(body);
        ExecutionRequest request = runs.execution(code, code.limits(runtime.sandboxConfig()), headers);
        LiveRun run = LiveRun.start(runtime, request);
        StreamingOutput output = out -> run.writeTo(EventStream.serverSentEvents(out));
        return Response.ok(output, MediaType.SERVER_SENT_EVENTS)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
