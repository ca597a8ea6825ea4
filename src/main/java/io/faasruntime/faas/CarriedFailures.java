package io.faasruntime.faas;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * Throws the failure that a {@link CarriedOutcome} carries. It cannot be thrown where it happens: what a request filter
 * throws arrives wrapped, and {@code @Retry} and {@code @CircuitBreaker} decide by the class of the exception.
 */
final class CarriedFailures implements ResponseExceptionMapper<AttemptFailure> {

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status == AttemptTransport.FAILED.getStatusCode();
    }

    @Override
    public @Nullable AttemptFailure toThrowable(Response response) {
        return response.getEntity() instanceof CarriedOutcome outcome ? outcome.failure() : null;
    }
}
