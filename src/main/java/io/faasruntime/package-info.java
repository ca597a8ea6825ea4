/**
 * Runs code that somebody else wrote, safely and fast: the map of the house.
 *
 * <h2>Rooms, from the street to the cellar</h2>
 *
 * <table>
 * <caption>Who does what</caption>
 * <tr><td>{@code rest}, {@code rest.contract}</td><td>HTTP: {@code /api/runtimes}, the landing page, problem documents; the
 *     FaaS contract at {@code /run_code} and {@code /faas}</td></tr>
 * <tr><td>{@code rest.stream}, {@code rest.departure}</td><td>answers that come piece by piece; callers that go
 *     away</td></tr>
 * <tr><td>{@code access}</td><td>who may come in: names of the server, origins of pages, keys, tokens, roles</td></tr>
 * <tr><td>{@code health}, {@code telemetry}, {@code server}</td><td>what operators see; what the console says</td></tr>
 * <tr><td>{@code runtime}</td><td>{@code RuntimeManager}, the one way in for every run: checks, limits, counts, times, and
 *     chooses the backend</td></tr>
 * <tr><td>{@code sandbox}</td><td>the embedded backend: its engines, the pool of workers, their processes</td></tr>
 * <tr><td>{@code faas}</td><td>the HTTP backend: services and their nodes, retries, circuit, what answers mean</td></tr>
 * <tr><td>{@code protocol}</td><td>the frames between the server and its workers</td></tr>
 * <tr><td>{@code v8worker}</td><td>the program in the JVM of a JavaScript worker; its guest code is in
 *     {@code src/main/javascript}, the Python worker in {@code src/main/python}</td></tr>
 * <tr><td>{@code wire}, {@code config}</td><td>the contract's JSON; settings, read once</td></tr>
 * <tr><td>{@code spi}, {@code api}</td><td>what an extension implements; what an application sees</td></tr>
 * </table>
 *
 * <p>Imports go down this list only, {@code sandbox} and {@code faas} know nothing of each other, and nobody imports either
 * of them: CDI finds backends. A test ({@code ArchitectureTest}) holds the map.
 *
 * <h2>The way of a run</h2>
 *
 * <p>A resource reads a <em>request</em> and hands it to the language's runtime, which checks it against the operator's
 * policy and makes an {@code Execution} of it, with every limit decided and the clock running. A backend takes that: the
 * embedded one gives it to a worker as frames, the HTTP one to a node as JSON. What comes back is an
 * {@code ExecutionResult}, whatever the code did; exceptions are for services that failed.
 *
 * <h2>One word for one thing</h2>
 *
 * <dl>
 * <dt>run</dt><dd>one execution of one piece of code, from its start to its end</dd>
 * <dt>request</dt><dd>what a caller asks for: code, input, wishes for limits; nothing of it is decided yet</dd>
 * <dt>execution</dt><dd>a request that was checked, with its limits and its deadline: what a backend gets</dd>
 * <dt>result</dt><dd>how a run ended and what it left behind: status, output, error</dd>
 * <dt>output</dt><dd>what the code printed, and the value it handed to {@code return_val}</dd>
 * <dt>error</dt><dd>what ended the code: an exception it did not catch, a syntax error; always data</dd>
 * <dt>failure</dt><dd>what kept a service from running the code: a {@code FaasRuntimeException}, a problem document</dd>
 * <dt>diagnostic</dt><dd>a finding of a parser in code that is not run</dd>
 * <dt>language</dt><dd>what code is written in; has one canonical name and aliases</dd>
 * <dt>runtime</dt><dd>runs code of one language, for applications</dd>
 * <dt>backend</dt><dd>a way of running code: {@code embedded}, {@code http}, or an application's own</dd>
 * <dt>engine</dt><dd>the interpreter that comes in the box (CPython, V8), and how its workers are started</dd>
 * <dt>worker</dt><dd>a child process that runs code for one engine, one run at a time</dd>
 * <dt>pool</dt><dd>the workers of one engine, and the queue in front of them</dd>
 * <dt>service</dt><dd>what runs a language over HTTP: one or several nodes behind one setting</dd>
 * <dt>node</dt><dd>one server of a service; ours is a node when others call its {@code /run_code}</dd>
 * <dt>gateway</dt><dd>a server of ours that sends runs on to services</dd>
 * <dt>caller</dt><dd>who asks, for shares and limits; an HTTP client or an application</dd>
 * </dl>
 */
@NullMarked
package io.faasruntime;

import org.jspecify.annotations.NullMarked;
