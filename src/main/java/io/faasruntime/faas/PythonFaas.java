package io.faasruntime.faas;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** The client of the service that runs Python. See {@link RunCode} for the annotations. */
@Path("run_code")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Retry(retryOn = RepeatableFailure.class, maxRetries = -1, maxDuration = 0, delay = 0, jitter = 0)
@Timeout(value = RunCode.LONGEST_ATTEMPT_HOURS, unit = ChronoUnit.HOURS)
@CircuitBreaker(failOn = CircuitTrip.class, requestVolumeThreshold = 1, failureRatio = 1, delay = RunCode.LOOK_AGAIN_MS)
public interface PythonFaas extends RunCode {

    @Override
    @POST
    Response runCode(FaasCall call);
}
