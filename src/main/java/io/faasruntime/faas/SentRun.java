package io.faasruntime.faas;

import io.faasruntime.api.SandboxConfig;

/**
 * A run as one node was asked for it.
 *
 * @param server what kind of server the node is
 * @param dialect how servers of this language speak
 * @param code what was sent
 * @param timeoutMs the time limit that was sent
 * @param limits the limits of the run
 */
record SentRun(ServerKind server, Dialect dialect, PreparedCode code, long timeoutMs, SandboxConfig limits) {}
