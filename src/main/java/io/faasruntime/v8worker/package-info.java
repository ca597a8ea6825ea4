/**
 * The program inside the JavaScript and TypeScript child JVM: V8 through Javet, TypeScript through swc4j.
 *
 * <p>{@link io.faasruntime.v8worker.WorkerMain} speaks the framed protocol on stdin and stdout, one request at a time. This
 * room is its main line: {@code Worker} serves a request, {@code CodeRun} makes one run, {@code SyntaxCheck} validates. The
 * rooms below, each knowing only those after it:
 *
 * <ul>
 *   <li>{@code compile}: from the user's code to a program, or to what is wrong with it;
 *   <li>{@code v8}: isolates, each fresh from a snapshot of the bootstrap (src/main/javascript: console, timers,
 *       {@code return_val}, stack traces), and the one function through which user code reaches this process;
 *   <li>{@code run}: one run while it lasts;
 *   <li>{@code source}: what can be said about a source text;
 *   <li>{@code pipe}: frames in and out;
 *   <li>{@code lockdown}: what the process gives up before it serves strangers.
 * </ul>
 *
 * <p>They import the JDK, the engine libraries and {@code protocol}. Nobody imports them: the server starts this as a process.
 */
@NullMarked
package io.faasruntime.v8worker;

import org.jspecify.annotations.NullMarked;
