package io.faasruntime.v8worker.source;

/**
 * Code that V8 has accepted.
 *
 * @param source what is evaluated
 * @param isAsync the source is an async function expression around the user's code, which uses await at the top level
 * @param positions back to the user's source
 * @param ownReturnVal the code declares a {@code return_val} of its own at the top level
 */
public record Program(String source, boolean isAsync, PositionMap positions, boolean ownReturnVal) {}
