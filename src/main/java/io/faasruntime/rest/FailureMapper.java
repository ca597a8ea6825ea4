package io.faasruntime.rest;

import io.faasruntime.api.FaasRuntimeException;
import io.faasruntime.api.UnknownLanguageException;
import io.faasruntime.wire.Problem;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Turns whatever a resource throws into a problem document. Failures of the server (5xx) are logged with their cause,
 * failures of the caller are not.
 */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(FailureMapper.class.getName());
    private static final int SERVER_ERROR = 500;

    @Context
    @SuppressWarnings("NullAway.Init") // the container sets it
    private UriInfo uri;

    @Override
    public Response toResponse(Throwable thrown) {
        Throwable failure =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        Problem problem = problem(failure);
        if (problem.status() >= SERVER_ERROR) {
            LOG.log(Level.WARNING, uri.getPath() + " failed: " + problem.detail(), failure);
        }
        Response.ResponseBuilder response = failure instanceof WebApplicationException web
                ? Response.fromResponse(web.getResponse())
                : Response.status(problem.status());
        problem.retryAfterSeconds().ifPresent(seconds -> response.header("Retry-After", seconds));
        return response.type(Problem.MEDIA_TYPE)
                .entity(problem.toJson(isContractCall()))
                .build();
    }

    private Problem problem(Throwable failure) {
        if (failure instanceof FaasRuntimeException typed) {
            return Problem.of(typed);
        }
        if (failure instanceof UnknownLanguageException unknown) {
            int status = isContractCall()
                    ? Response.Status.BAD_REQUEST.getStatusCode()
                    : Response.Status.NOT_FOUND.getStatusCode();
            return Problem.unknownLanguage(status, unknown.getMessage());
        }
        if (failure instanceof WebApplicationException web) {
            return ofStatus(web.getResponse().getStatusInfo());
        }
        return new Problem(
                "internal", "Something went wrong here", SERVER_ERROR, "see the server's log", null, false, null);
    }

    private static Problem ofStatus(Response.StatusType status) {
        String reason = status.getReasonPhrase();
        String name = reason.toLowerCase(Locale.ROOT).replace(' ', '-');
        String detail = switch (status.getStatusCode()) {
            case 404 -> "there is nothing at this address; /openapi lists what there is";
            case 405 -> "this address does not take this method; /openapi lists what it takes";
            case 415 -> "the Content-Type must be application/json";
            default -> reason;
        };
        return new Problem(name, reason, status.getStatusCode(), detail, null, false, null);
    }

    private boolean isContractCall() {
        return uri.getPath().endsWith("run_code");
    }
}
