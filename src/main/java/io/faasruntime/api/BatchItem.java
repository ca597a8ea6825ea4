package io.faasruntime.api;

import java.util.Optional;

/**
 * What became of one input of a batch: its result, or why there is none.
 *
 * @param index of the input, from 0
 * @param result how the run ended, whatever the code did; empty if there was no run, or its service failed
 * @param failure why there is no result: the input cannot be run as it is, or the service failed
 */
public record BatchItem(long index, Optional<ExecutionResult> result, Optional<FaasRuntimeException> failure) {

    /** @throws IllegalArgumentException unless there is exactly one of the two */
    public BatchItem {
        if (result.isPresent() == failure.isPresent()) {
            throw new IllegalArgumentException("an item has a result or a failure");
        }
    }

    public static BatchItem of(long index, ExecutionResult result) {
        return new BatchItem(index, Optional.of(result), Optional.empty());
    }

    public static BatchItem failed(long index, FaasRuntimeException failure) {
        return new BatchItem(index, Optional.empty(), Optional.of(failure));
    }

    /** Whether there is a result, and it is a success. */
    public boolean isSuccess() {
        return result.map(ExecutionResult::isSuccess).orElse(false);
    }
}
