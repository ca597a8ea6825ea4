/**
 * The embedded FaaS: runs code in child processes of this server.
 *
 * <p>{@code EmbeddedBackend} offers it all as an {@code ExecutionBackend}: it makes a job of a request ({@code RunJob},
 * {@code ValidationJob}) and an answer of what a worker sent. {@code sandbox.pool} keeps workers warm and owns every deadline,
 * {@code sandbox.engine} says which program runs which languages and unpacks it, {@code sandbox.process} knows how a process
 * ends. User code never runs in this JVM. The HTTP face is in {@code sandbox.rest}; what runs inside the JavaScript child is
 * in {@code v8worker}.
 *
 * <p>Imports {@code api}, {@code spi}, {@code config}, {@code wire}, {@code protocol} and the rooms below it; nobody imports
 * it but its own HTTP face.
 */
@NullMarked
package io.faasruntime.sandbox;

import org.jspecify.annotations.NullMarked;
