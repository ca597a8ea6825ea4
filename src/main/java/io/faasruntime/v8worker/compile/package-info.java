/**
 * From the user's code to a program that V8 runs, or to what is wrong with it: TypeScript becomes JavaScript, a script that
 * awaits becomes an async function. Nothing of the code is executed here.
 *
 * <p>Imports {@code source}, and {@code v8} for its parser. The worker's main room calls it.
 */
@NullMarked
package io.faasruntime.v8worker.compile;

import org.jspecify.annotations.NullMarked;
