package io.faasruntime.faas;

import io.faasruntime.api.ExecutionResult;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended, dressed as the body of a response: an {@code InputStream} is the one kind of entity that passes
 * through the REST client untouched. Nobody reads it as a stream.
 */
final class CarriedOutcome extends InputStream {

    private final @Nullable ExecutionResult result;
    private final @Nullable AttemptFailure failure;

    private CarriedOutcome(@Nullable ExecutionResult result, @Nullable AttemptFailure failure) {
        this.result = result;
        this.failure = failure;
    }

    static CarriedOutcome of(ExecutionResult result) {
        return new CarriedOutcome(result, null);
    }

    static CarriedOutcome of(AttemptFailure failure) {
        return new CarriedOutcome(null, failure);
    }

    /** @throws AttemptFailure if that is how the attempt ended */
    ExecutionResult get() {
        if (result == null) {
            throw java.util.Objects.requireNonNull(failure);
        }
        return result;
    }

    /** The failure, or null after a success. */
    @Nullable
    AttemptFailure failure() {
        return failure;
    }

    @Override
    public int read() {
        return -1;
    }
}
