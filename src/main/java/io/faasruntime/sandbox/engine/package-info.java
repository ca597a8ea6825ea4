/**
 * Engines: which program runs which languages, how its files get onto this machine, and how one worker of it is started.
 *
 * <p>{@link io.faasruntime.sandbox.engine.Engine} is what an extension implements; its line in
 * {@code META-INF/services/io.faasruntime.sandbox.engine.Engine} makes it known. {@code EngineCache} unpacks engines once per
 * version and machine. Nothing here runs a user's code or knows of requests.
 *
 * <p>Imports {@code api}, {@code config} and {@code sandbox.process}.
 */
@NullMarked
package io.faasruntime.sandbox.engine;

import org.jspecify.annotations.NullMarked;
