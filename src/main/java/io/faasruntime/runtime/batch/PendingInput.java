package io.faasruntime.runtime.batch;

import io.faasruntime.api.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/**
 * An input that waits for its run.
 *
 * @param json null when it cannot be run
 * @param refusal why it cannot be run, or null
 */
record PendingInput(
        long index, @Nullable String json, @Nullable InvalidRequestException refusal) {

    int length() {
        return json == null ? 0 : json.length();
    }
}
