/**
 * The embedded FaaS: runs code in child processes of this server.
 *
 * <p>{@link io.faasruntime.sandbox.Engine} says which program runs which languages and how it is started; adding a
 * language means one implementation and its line in {@code META-INF/services}. {@code EngineCache} unpacks engines,
 * {@code WorkerProcess} is one child, {@code WorkerPool} keeps children warm, hands them one request at a time and owns
 * every deadline, and {@code EmbeddedBackend} offers it all as an {@code ExecutionBackend}. User code never runs in this
 * JVM. The HTTP face is in {@code sandbox.rest}; what runs inside the JavaScript child is in {@code sandbox.worker}.
 *
 * <p>Imports {@code api}, {@code spi}, {@code config}, {@code wire} and {@code sandbox.protocol}; nobody imports this
 * room but its own HTTP face.
 */
@NullMarked
package io.faasruntime.sandbox;

import org.jspecify.annotations.NullMarked;
