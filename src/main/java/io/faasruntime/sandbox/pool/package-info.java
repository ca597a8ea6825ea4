/**
 * The pool: keeps workers of one engine warm, hands them one job at a time, owns every deadline, and replaces those that die.
 *
 * <p>A {@code Job} is one request on its way to a worker and back; what a request is and what its answer means is the business
 * of {@code sandbox}, which extends it. All that a worker sends is taken for hostile input.
 *
 * <p>Imports {@code api}, {@code spi}, {@code config}, {@code protocol}, {@code sandbox.engine} and {@code sandbox.process}.
 */
@NullMarked
package io.faasruntime.sandbox.pool;

import org.jspecify.annotations.NullMarked;
