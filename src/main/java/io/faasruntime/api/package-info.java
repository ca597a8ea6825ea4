/**
 * What an application sees: runtimes, requests, results and the closed family of exceptions.
 *
 * <p>Everything here is a value or an interface and imports the JDK only. What user code did is data
 * ({@link io.faasruntime.api.ExecutionResult}); what a service did wrong is an exception
 * ({@link io.faasruntime.api.FaasRuntimeException}). Nothing in this room does I/O or knows a server.
 */
@NullMarked
package io.faasruntime.api;

import org.jspecify.annotations.NullMarked;
