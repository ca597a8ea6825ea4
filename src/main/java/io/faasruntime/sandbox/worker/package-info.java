/**
 * The program inside the JavaScript and TypeScript child JVM: V8 through Javet, TypeScript through swc4j.
 *
 * <p>{@link io.faasruntime.sandbox.worker.WorkerMain} speaks the framed protocol on stdin and stdout, one request at a
 * time: each run gets a fresh V8 isolate, made from a snapshot of the bootstrap (the {@code *.js} files beside these
 * classes: console, timers, {@code return_val}, stack traces). User code reaches the host through one function that the
 * bootstrap keeps to itself ({@code HostDoor}); no Java object is ever visible to it. Before the first request the
 * process gives up what it no longer needs ({@code Confinement}).
 *
 * <p>The room imports the JDK, the engine libraries and the protocol. Nobody imports it: the server starts it as a
 * process.
 */
@NullMarked
package io.faasruntime.sandbox.worker;

import org.jspecify.annotations.NullMarked;
