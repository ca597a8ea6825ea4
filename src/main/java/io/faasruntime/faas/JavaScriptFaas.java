package io.faasruntime.faas;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

/**
 * The client of the service that runs JavaScript.
 *
 * <p>The numbers are the defaults of {@link ServiceSettings}; {@link FaultToleranceSettings} puts the configured ones in
 * their place. Public and with its own method because Liberty's proxies demand both.
 */
@Path("run_code")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Retry(
        retryOn = {RepeatableFault.class, RepeatableRefusal.class},
        maxRetries = 2,
        delay = 100,
        jitter = 50,
        maxDuration = 0)
@Timeout(301_000)
@CircuitBreaker(failOn = ServiceFault.class, requestVolumeThreshold = 20, failureRatio = 0.5, delay = 5_000)
public interface JavaScriptFaas extends RunCode {

    @Override
    @POST
    Response runCode(FaasCall call);
}
