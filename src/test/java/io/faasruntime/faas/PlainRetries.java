package io.faasruntime.faas;

import io.faasruntime.api.ExecutionResult;
import java.util.Map;

/** What {@code @Retry} does, for tests without a server: repeats what may be repeated. */
record PlainRetries(Attempt attempt) implements RepeatedAttempts {

    @Override
    public ExecutionResult run(FaasCall call) {
        TraceHeaders trace = TraceHeaders.of(Map.of(), call.execution().context());
        CarriedOutcome outcome = attempt.outcome(call, trace);
        while (outcome.failure() instanceof RepeatableFailure) {
            outcome = attempt.outcome(call, trace);
        }
        return outcome.get();
    }
}
