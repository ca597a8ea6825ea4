/**
 * What operators see of runs: MicroProfile metrics, made of the events that runs leave behind.
 *
 * <p>Imports {@code api} and {@code spi}; nobody imports this room. Submitted code and its data never get here.
 */
@NullMarked
package io.faasruntime.telemetry;

import org.jspecify.annotations.NullMarked;
