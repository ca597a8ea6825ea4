package io.faasruntime.faas;

import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.Response;

/**
 * Puts our own transport under the MicroProfile REST client: the last of the request filters makes the attempt and
 * answers in the engine's place. Liberty's engine can neither be interrupted nor bounded in time and size.
 *
 * <p>Filters before this one keep their say: the trace headers that MicroProfile Telemetry adds travel on.
 */
@Priority(Integer.MAX_VALUE)
final class AttemptTransport implements ClientRequestFilter {

    static final Response.Status FAILED = Response.Status.BAD_GATEWAY;

    private final Attempt attempt;

    AttemptTransport(Attempt attempt) {
        this.attempt = attempt;
    }

    @Override
    public void filter(ClientRequestContext context) {
        FaasCall call = (FaasCall) context.getEntity();
        TraceHeaders headers =
                TraceHeaders.of(context.getStringHeaders(), call.execution().context());
        context.abortWith(respond(attempt.outcome(call, headers)));
    }

    /** {@code outcome} as the response of the REST client. */
    static Response respond(CarriedOutcome outcome) {
        return Response.status(outcome.failure() == null ? Response.Status.OK : FAILED)
                .entity(outcome)
                .build();
    }
}
