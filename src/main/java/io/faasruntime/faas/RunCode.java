package io.faasruntime.faas;

import jakarta.ws.rs.core.Response;

/**
 * {@code POST /run_code} as a MicroProfile REST client. One interface per language extends it, because a circuit
 * breaker's state belongs to an interface method; each is public and repeats the method, because Liberty's proxies and
 * its Fault Tolerance demand both.
 *
 * <p>The annotations are the mechanism; the numbers, which are settings and differ by language, are in {@link Attempt}
 * and {@link Circuit}, since Liberty ignores configuration for Fault Tolerance on client interfaces (it checks the keys
 * at deployment and then uses the annotation). {@code @Retry} repeats after each {@link RepeatableFailure}, of which an
 * {@code Attempt} throws as many as are allowed, and waits its turn. {@code @CircuitBreaker} opens on the one {@link
 * CircuitTrip} that {@code Circuit} decides on. {@code @Timeout} is the net below the deadline that the {@link Exchange}
 * keeps.
 */
@FunctionalInterface
interface RunCode {

    /** More than the longest time limit that can be configured. */
    long LONGEST_ATTEMPT_HOURS = 25;

    /** How soon an open breaker lets a call through to {@link Circuit}, which knows whether it is time. */
    long LOOK_AGAIN_MS = 100;

    /**
     * Makes as many attempts as the settings allow.
     *
     * @return its entity is a {@link CarriedOutcome}
     * @throws AttemptFailure the last attempt's
     */
    Response runCode(FaasCall call);
}
