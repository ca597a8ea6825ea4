/**
 * The REST face for people and applications: the runtimes under {@code /api/runtimes}, the landing page, and how failures
 * leave as problem documents (RFC 9457).
 *
 * <p>Resources validate, delegate and return. Imports {@code api}, {@code runtime}, {@code config}, {@code wire},
 * {@code server}, {@code access} and, for the context of calls, {@code spi}; nobody imports this room. The FaaS contract has a face of its own in {@code sandbox.rest}.
 */
@NullMarked
package io.faasruntime.rest;

import org.jspecify.annotations.NullMarked;
