package io.faasruntime.runtime.batch;

import io.faasruntime.api.InvalidRequestException;

/** Stands among the inputs of a batch for one that could not be read as it came. It becomes an item that failed. */
public record UnreadableInput(InvalidRequestException why) {}
