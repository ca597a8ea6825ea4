/**
 * The FaaS wire contract as records: what goes to {@code POST /run_code} and what comes back, and nothing else.
 *
 * <p>Reading a request is strict and names the offending member; writing only ever adds members that old peers ignore.
 * How the answers of foreign servers are read is the client's business, in {@code faas}. Imports {@code api} and JSON-P.
 */
@NullMarked
package io.faasruntime.wire;

import org.jspecify.annotations.NullMarked;
