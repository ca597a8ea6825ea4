package io.faasruntime.faas;

import io.faasruntime.api.ExecutionResult;

/** Makes attempts until one succeeds or no further one is allowed: in a server the REST client with its annotations. */
@FunctionalInterface
interface RepeatedAttempts {

    /** @throws AttemptFailure the last attempt's */
    ExecutionResult run(FaasCall call);
}
