/**
 * The embedded FaaS over HTTP: the contract at {@code /faas} and, for coze-loop backends, {@code /run_code} at the root.
 *
 * <p>Always runs code in this server's own sandbox, also when the server's runtimes use other services: a gateway can be
 * a node as well. Imports what {@code sandbox} may and {@code sandbox} itself.
 */
@NullMarked
package io.faasruntime.sandbox.rest;

import org.jspecify.annotations.NullMarked;
