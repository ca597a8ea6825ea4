/**
 * MicroProfile Health: liveness is about this JVM alone, readiness about each language, startup about warm workers.
 *
 * <p>Imports {@code api} and {@code runtime}; nobody imports this room.
 */
@NullMarked
package io.faasruntime.health;

import org.jspecify.annotations.NullMarked;
