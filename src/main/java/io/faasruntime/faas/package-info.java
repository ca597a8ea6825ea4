/**
 * The HTTP FaaS backend: runs code in services that speak the contract of {@code /run_code}, coze-loop's and our own.
 *
 * <p>The way of a call: {@link io.faasruntime.faas.FaasBackend} starts it on a thread of its own ({@code CallThreads})
 * and calls the service's MicroProfile REST client, {@link io.faasruntime.faas.FaasClient}, whose annotations repeat it.
 * Below it {@code AttemptTransport} makes the attempt: {@code Attempts} asks the {@code Circuit} for leave and one node
 * after the other for a result, and decides whether another attempt may follow. The {@code FaasCall} holds the outcome.
 *
 * <p>Rooms: {@code answer} knows what is said to a server and what its answer means; {@code node} knows the servers and
 * how they are reached; {@code settings} is read once. A failure has three forms on its way: a {@code NodeFault} here, a
 * {@link io.faasruntime.api.FaasRuntimeException} for the caller, a problem document over HTTP.
 *
 * <p>Nobody imports this room or those inside; CDI finds the bean.
 */
@NullMarked
package io.faasruntime.faas;

import org.jspecify.annotations.NullMarked;
