package io.faasruntime.rest;

import io.faasruntime.wire.Problem;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Logger;

/** Turns whatever a resource throws into a problem document. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final ProblemLogger LOG = new ProblemLogger(Logger.getLogger(ProblemMapper.class.getName()));

    @Context
    @SuppressWarnings("NullAway.Init") // the container sets it
    private UriInfo uri;

    @Override
    public Response toResponse(Throwable thrown) {
        Throwable failure = Problems.unwrapped(thrown);
        Problem problem = Problems.of(failure);
        // As it was sent: decoded, it could hold line breaks and forge lines of the log.
        LOG.log(uri.getRequestUri().getRawPath(), problem, failure);
        Response.ResponseBuilder response = failure instanceof WebApplicationException web
                ? Response.fromResponse(web.getResponse())
                : Response.status(problem.status());
        problem.retryAfterSeconds().ifPresent(seconds -> response.header("Retry-After", seconds));
        return response.type(Problem.MEDIA_TYPE).entity(problem.toJson()).build();
    }
}
