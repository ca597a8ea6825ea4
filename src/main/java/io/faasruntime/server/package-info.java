/**
 * What makes the WAR a server of its own: it tells the person who started it where it is, or that its port is taken.
 *
 * <p>Acts only where {@code faas-runtime.server.announce} is set, which our own {@code server.xml} does; in somebody
 * else's server the WAR keeps quiet. Imports {@code config} and {@code runtime}; nobody imports this room but the
 * landing page in {@code rest}, which says which instance answers.
 */
@NullMarked
package io.faasruntime.server;

import org.jspecify.annotations.NullMarked;
