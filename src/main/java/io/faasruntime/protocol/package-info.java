/**
 * The protocol between the server and its worker processes, over the worker's stdin and stdout.
 *
 * <p>A frame is a big-endian {@code int32} length (of all that follows), one byte of type ({@link FrameType}) and a
 * payload. Control frames carry {@link Fields}; {@code STDOUT} and {@code STDERR} frames carry raw UTF-8 bytes.
 *
 * <pre>
 *   worker → server   HELLO                                   once, when it is warm and locked in
 *   server → worker   RUN       then worker → server   BEGUN (STDOUT | STDERR)* DONE
 *   server → worker   VALIDATE  then worker → server   BEGUN DONE
 * </pre>
 *
 * <p>A worker serves one request at a time and ends itself when its stdin ends. Whatever else a worker does (dies, says
 * nothing, sends a frame out of turn) costs its life and fails one run. This room imports the JDK only; the server, the
 * worker JVM and, in its own words, the Python worker share it.
 */
@NullMarked
package io.faasruntime.protocol;

import org.jspecify.annotations.NullMarked;
