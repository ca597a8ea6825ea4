package io.faasruntime.faas;

import io.faasruntime.api.ExecutionResult;
import java.util.Map;

/** What {@code @Retry} does, for tests without a server: repeats what may be repeated, without a pause. */
record PlainRetries(FaasService service, Attempt attempt) implements RepeatedAttempts {

    @Override
    public ExecutionResult run(FaasCall call) {
        TraceHeaders trace = TraceHeaders.of(Map.of(), call.context());
        int attempts = service.settings().retry().attempts();
        for (int made = 1; ; made++) {
            CarriedOutcome outcome = attempt.outcome(call, trace);
            boolean repeatable =
                    outcome.failure() instanceof RepeatableFault || outcome.failure() instanceof RepeatableRefusal;
            if (!repeatable || made == attempts) {
                return outcome.get();
            }
        }
    }
}
