/**
 * The pipe to the server: frames in, frames out, and what the process says when it has to die.
 *
 * <p>Imports the protocol, and {@code lockdown} for one call of the system.
 */
@NullMarked
package io.faasruntime.v8worker.pipe;

import org.jspecify.annotations.NullMarked;
