/**
 * From a language name to a result: {@link io.faasruntime.runtime.RuntimeManager} is what applications inject,
 * {@link io.faasruntime.runtime.RuntimeFactory} keeps one runtime per language, {@code LanguageRuntime} decides the limits
 * of each run and hands it to the backend that serves the language.
 *
 * <p>Knows backends only as {@code spi}; CDI finds them. Imports {@code api}, {@code spi}, {@code config} and
 * {@code wire}.
 */
@NullMarked
package io.faasruntime.runtime;

import org.jspecify.annotations.NullMarked;
