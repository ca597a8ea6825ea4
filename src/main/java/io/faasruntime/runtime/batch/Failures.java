package io.faasruntime.runtime.batch;

import io.faasruntime.api.FaasRuntimeException;
import io.faasruntime.api.ServiceCall;
import io.faasruntime.api.ServiceUnavailableException;
import java.util.concurrent.CompletionException;

/** What goes wrong with a batch, in the words that callers know. */
final class Failures {

    private Failures() {}

    static FaasRuntimeException typed(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof FaasRuntimeException typed
                ? typed
                : ServiceUnavailableException.failed("the run failed: " + cause, ServiceCall.notMade(""), cause);
    }

    static IllegalStateException secondReader() {
        return new IllegalStateException("the items of this batch have a reader already");
    }

    static IllegalStateException interrupted() {
        return new IllegalStateException("interrupted while waiting for an item; the batch has been ended");
    }
}
