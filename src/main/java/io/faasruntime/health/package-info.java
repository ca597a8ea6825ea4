/**
 * MicroProfile Health: liveness is about this JVM alone, readiness about each language, startup about warm workers.
 *
 * <p>Imports {@code api} and {@code runtime}; {@code access} decides who sees details
 * ({@link io.faasruntime.health.DetailsPolicy}); nobody else imports this room.
 */
@NullMarked
package io.faasruntime.health;

import org.jspecify.annotations.NullMarked;
