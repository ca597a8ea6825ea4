/**
 * The REST face for people and applications: the runtimes under {@code /api/runtimes}, the landing page, and how failures
 * leave as problem documents (RFC 9457).
 *
 * <p>Resources validate, delegate and return; what OpenAPI says beyond their signatures is in {@code META-INF/openapi.yaml}
 * of the WAR. Imports {@code api}, {@code spi}, {@code runtime}, {@code config}, {@code wire},
 * {@code server} and {@code access}; only
 * {@code rest.contract}, the face of the FaaS contract, imports this room.
 */
@NullMarked
package io.faasruntime.rest;

import org.jspecify.annotations.NullMarked;
