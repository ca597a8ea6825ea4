package io.faasruntime.faas;

import jakarta.ws.rs.core.Response;

/**
 * {@code POST /run_code} as the backend calls it. The MicroProfile REST clients of this room extend it, one interface
 * per language, because a circuit breaker's state belongs to an interface method; see {@link FaasClients}.
 */
@FunctionalInterface
interface RunCode {

    /**
     * Makes as many attempts as the settings allow.
     *
     * @return its entity is a {@link CarriedOutcome}
     * @throws AttemptFailure the last attempt's
     */
    Response runCode(FaasCall call);
}
