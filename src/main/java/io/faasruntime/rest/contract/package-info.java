/**
 * The FaaS contract over HTTP: at {@code /faas} and, for coze-loop backends, {@code /run_code} at the root.
 *
 * <p>Always runs code in this server's own engines, also when the server's runtimes use other services: a gateway can be a
 * node as well. The runs go through {@code RuntimeManager} like all others, and are counted with them. Imports what
 * {@code rest} may, and {@code rest} itself.
 */
@NullMarked
package io.faasruntime.rest.contract;

import org.jspecify.annotations.NullMarked;
