/**
 * Notices that a client has gone away while its run goes on, so that nobody works for nobody.
 *
 * <p>A servlet learns nothing of that until it writes: the server does not read from a connection whose request it is
 * serving. The kernel knows, and on Linux it tells: see {@link io.faasruntime.rest.departure.ClientWatch}. Imports nothing
 * of this house; {@code rest} and its other rooms may use it.
 */
@NullMarked
package io.faasruntime.rest.departure;

import org.jspecify.annotations.NullMarked;
