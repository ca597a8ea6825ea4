/**
 * From TypeScript to JavaScript with positions. {@code FastCompiler} (swc) does nearly all of it; {@code FullCompiler}, the
 * TypeScript compiler itself, takes milliseconds per text and does the rest: what swc refuses,
 * what V8 refuses of swc's output (standard decorators among it), and what swc does wrong without a word ({@code Doubts}).
 *
 * <p>Imports {@code source} and {@code v8}.
 */
@NullMarked
package io.faasruntime.v8worker.compile.typescript;

import org.jspecify.annotations.NullMarked;
