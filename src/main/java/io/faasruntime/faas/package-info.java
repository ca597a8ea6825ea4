/**
 * The HTTP FaaS backend: runs code in services that speak the contract of {@code /run_code}, coze-loop's and our own.
 *
 * <p>The way of a call: {@link io.faasruntime.faas.FaasBackend} starts it on a thread of its own ({@code CallThreads})
 * and calls the language's MicroProfile REST client ({@code PythonFaas} and its siblings, made by {@code FaasClients}),
 * whose annotations repeat it and break the circuit; {@code RunCode} says how. Below them {@code AttemptTransport} makes
 * the attempt: {@code Attempt} asks one {@code Node} after the other through {@code Exchange}, the only class that knows
 * how an HTTP request is sent, and decides whether another attempt may follow.
 *
 * <p>The way of an answer: {@code AnswerReader} reads it, {@code AnswerMeaning} says what it means, with a
 * {@code Dialect} per language. A failure is a {@code NodeFault} of a {@code FaultKind}, the one table of what may be
 * repeated and what counts against the service; an {@code AttemptFailure} carries it up through the annotations.
 *
 * <p>Settings: {@code FaasSettings} and {@code ServiceSettings}, read once. Nobody imports this room; CDI finds the bean.
 */
@NullMarked
package io.faasruntime.faas;

import org.jspecify.annotations.NullMarked;
