/**
 * The doors: who may come in over HTTP, and what somebody is told who may not.
 *
 * <p>Every request is judged once, by {@link io.faasruntime.access.Entrance}, before anything of it is read: is it meant
 * for this server ({@code Host}), does it come from a page of its own ({@code Origin}), whose credential does it bring (an
 * API key or a JSON web token), and has that caller the role that the address asks for ({@link io.faasruntime.access.Door}).
 * The judgement is asked for by {@code EntranceMechanism} (Jakarta Security) for the addresses of this application, and by
 * {@code PlatformPages} (Jakarta Authentication) for the pages that the server itself adds: health, metrics, OpenAPI.
 * {@code EntranceFilter} refuses what reached the application without a judgement.
 *
 * <p>Imports {@code config}, {@code wire} and, to say who sees details, {@code health}; {@code rest} asks it for the {@link
 * io.faasruntime.access.Visitor} of a request.
 */
@NullMarked
package io.faasruntime.access;

import org.jspecify.annotations.NullMarked;
