/**
 * V8 through Javet: how an isolate is made from the snapshot of the bootstrap, and the one function through which JavaScript
 * reaches this process. No Java object is ever visible to JavaScript.
 *
 * <p>Imports {@code source} and {@code run}.
 */
@NullMarked
package io.faasruntime.v8worker.v8;

import org.jspecify.annotations.NullMarked;
