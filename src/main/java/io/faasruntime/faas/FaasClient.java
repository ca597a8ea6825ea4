package io.faasruntime.faas;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

/**
 * {@code POST /run_code} as a MicroProfile REST client; each service has an instance of its own. Public, because
 * Liberty's proxies demand it.
 *
 * <p>The annotations are the mechanism. The numbers are settings and differ by language, and Liberty ignores
 * configuration for Fault Tolerance on client interfaces (it checks the keys at deployment and then uses the
 * annotation); so {@code @Retry} repeats as long as {@link Attempts} asks for another attempt, which it does by failing,
 * and {@code Attempts} knows how often, when and whether. {@code @Timeout} is the net below the deadline that the
 * transport keeps.
 */
@FunctionalInterface
@Path("run_code")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface FaasClient {

    /** More than the longest time limit that can be configured. */
    long LONGEST_ATTEMPT_HOURS = 25;

    /** Makes attempts until the call has an outcome, which it holds afterwards. */
    @POST
    @Retry(retryOn = ProcessingException.class, maxRetries = -1, maxDuration = 0, delay = 0, jitter = 0)
    @Timeout(value = LONGEST_ATTEMPT_HOURS, unit = ChronoUnit.HOURS)
    void runCode(FaasCall call);
}
