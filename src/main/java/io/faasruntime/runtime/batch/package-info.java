/**
 * The same code over many inputs: {@link io.faasruntime.runtime.batch.BatchRun} takes inputs from a thread that reads them,
 * keeps as many runs under way as its share of the workers allows, and holds what is done until somebody takes it.
 *
 * <p>Everything between an input and its item is bounded: inputs that wait, runs under way, items that wait. Whoever is
 * slowest, the source of the inputs, the workers or the reader of the items, sets the pace of all.
 *
 * <p>What a run is, this room does not know: a {@link io.faasruntime.runtime.batch.BatchWork} makes runs. Imports {@code api} and {@code config}.
 */
@NullMarked
package io.faasruntime.runtime.batch;

import org.jspecify.annotations.NullMarked;
