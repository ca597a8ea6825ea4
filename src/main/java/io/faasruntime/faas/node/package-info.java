/**
 * The servers of a service: their addresses ({@code Nodes}, {@code Node}), what is known of them ({@code NodeState},
 * {@code ServerKind}, {@code HealthProbe}), how they are reached ({@code Connections}), and what can go wrong with them
 * ({@code NodeFault} of a {@code FaultKind}, the one table of what may be repeated and what counts against the service).
 *
 * <p>Knows HTTP and nothing of code, results and retries. Called by {@code faas} and {@code faas.answer}.
 */
@NullMarked
package io.faasruntime.faas.node;

import org.jspecify.annotations.NullMarked;
