package io.faasruntime.faas;

import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/**
 * Puts our own transport under the MicroProfile REST client: the last of the request filters makes the attempt and
 * answers in the engine's place. Liberty's engine can neither be interrupted nor bounded in time and size.
 *
 * <p>Filters before this one keep their say: the trace headers that MicroProfile Telemetry adds travel on.
 */
@Priority(Integer.MAX_VALUE)
final class AttemptTransport implements ClientRequestFilter {

    private final Attempts attempts;

    AttemptTransport(Attempts attempts) {
        this.attempts = attempts;
    }

    /** @throws IOException if another attempt is to follow; the client turns it into what {@code @Retry} waits for */
    @Override
    public void filter(ClientRequestContext context) throws IOException {
        FaasCall call = (FaasCall) context.getEntity();
        attempts.make(
                call,
                TraceHeaders.of(context.getStringHeaders(), call.execution().context()));
        context.abortWith(Response.noContent().build());
    }
}
