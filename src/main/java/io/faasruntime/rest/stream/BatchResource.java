package io.faasruntime.rest.stream;

import io.faasruntime.api.Batch;
import io.faasruntime.api.BatchRequest;
import io.faasruntime.api.ExecutionRequest;
import io.faasruntime.api.Runtime;
import io.faasruntime.config.ExecutionPolicy;
import io.faasruntime.rest.Runs;
import io.faasruntime.runtime.RuntimeManager;
import io.faasruntime.wire.BatchCodeRequest;
import io.faasruntime.wire.Problem;
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
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The same code over many inputs. */
@Dependent
@Path("api/runtimes")
@Tag(name = "runtimes")
public class BatchResource {

    private static final String LINES = "application/x-ndjson";

    private final RuntimeManager manager;
    private final Runs runs;
    private final ExecutionPolicy policy;
    private final StreamSettings settings;

    @Inject
    public BatchResource(RuntimeManager manager, Runs runs, ExecutionPolicy policy, Config config) {
        this.manager = manager;
        this.runs = runs;
        this.policy = policy;
        this.settings = StreamSettings.from(config);
    }

    @POST
    @Path("{language}/batch")
    @Consumes({MediaType.APPLICATION_JSON, LINES, "application/ndjson", "application/jsonl", "application/x-jsonlines"})
    @Produces({LINES, MediaType.SERVER_SENT_EVENTS + ";qs=0.5"})
    @Operation(
            summary = "Runs the same code over many inputs",
            description =
                    "The body is an object with code, inputs and what else there is to say, or lines of JSON: first that"
                            + " object without inputs, then an input on each line. The answer has a line or an event for each input,"
                            + " progress now and then, and totals at the end.")
    @APIResponse(responseCode = "200", description = "The batch has begun")
    @APIResponse(
            responseCode = "400",
            description = "The request is not valid; the problem names the field and what is allowed",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    @APIResponse(responseCode = "404", description = "There is no such language")
    @APIResponse(responseCode = "429", description = "Too many batches are under way; see Retry-After")
    public Response batch(@PathParam("language") String language, @Context HttpHeaders headers, InputStream body)
            throws IOException {
        Runtime runtime = manager.getRuntime(language);
        MediaType type = headers.getMediaType();
        return type != null && type.isCompatible(MediaType.APPLICATION_JSON_TYPE)
                ? document(runtime, headers, body)
                : lines(runtime, headers, body);
    }

    private Response document(Runtime runtime, HttpHeaders headers, InputStream body) throws IOException {
        StoredBody stored = StoredBody.read(body, settings.maxBodyBytes());
        try {
            DocumentInputs inputs = DocumentInputs.of(stored, policy.maxInputBytes(), policy.maxRequestBytes());
            BatchCodeRequest request = BatchCodeRequest.read(inputs.request());
            Batch batch = start(runtime, headers, request, inputs.counted());
            return answer(headers, new BatchWriter(runtime.language(), batch, inputs, request.progress()), stored);
        } catch (Throwable e) {
            stored.close();
            throw e;
        }
    }

    private Response lines(Runtime runtime, HttpHeaders headers, InputStream body) throws IOException {
        Bytes first = new Bytes(body);
        BatchCodeRequest request = BatchCodeRequest.read(LineInputs.request(first, policy.maxRequestBytes()));
        Spool ahead = Spool.of(first.rest(), settings.maxAheadBytes());
        try {
            // What is left when the first line has been read.
            long length = Math.max(0, headers.getLength()) - first.taken();
            LineInputs inputs = new LineInputs(new Bytes(ahead.stream()), policy.maxInputBytes(), length);
            Batch batch = start(runtime, headers, request, inputs);
            return answer(headers, new BatchWriter(runtime.language(), batch, inputs, request.progress()), ahead);
        } catch (Throwable e) {
            ahead.close();
            throw e;
        }
    }

    private Batch start(Runtime runtime, HttpHeaders headers, BatchCodeRequest request, Iterable<Object> inputs) {
        ExecutionRequest run = runs.execution(request.run(), request.run().limits(runtime.sandboxConfig()), headers);
        BatchRequest batch = BatchRequest.of(run, inputs)
                .withOrder(request.order())
                .withIsolation(request.isolation())
                .stoppingAfter(request.stopAfterFailures());
        return runtime.runBatch(request.deadline().map(batch::withDeadline).orElse(batch));
    }

    private static Response answer(HttpHeaders headers, BatchWriter writer, Closeable body) {
        boolean events = wantsEvents(headers);
        StreamingOutput output = out -> {
            try (body) {
                writer.writeTo(events ? EventStream.serverSentEvents(out) : EventStream.lines(out, BatchWriter.ITEM));
            }
        };
        return Response.ok(output, events ? MediaType.SERVER_SENT_EVENTS : LINES)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** The first of the two that the client names, lines if it does not mind. */
    private static boolean wantsEvents(HttpHeaders headers) {
        for (MediaType type : headers.getAcceptableMediaTypes()) {
            if (MediaType.valueOf(LINES).isCompatible(type)) {
                return false;
            }
            if (MediaType.SERVER_SENT_EVENTS_TYPE.isCompatible(type)) {
                return true;
            }
        }
        return false;
    }
}
