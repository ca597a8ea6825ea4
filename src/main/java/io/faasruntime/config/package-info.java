/**
 * How settings are read and checked, and the one set of settings that several rooms share: the limits of a run.
 *
 * <p>Every other setting lives in the room that it configures, in one record read in one place. Imports {@code api} and
 * MicroProfile Config only.
 */
@NullMarked
package io.faasruntime.config;

import org.jspecify.annotations.NullMarked;
