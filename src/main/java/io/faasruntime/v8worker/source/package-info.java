/**
 * What can be said about a source text: its language, places in it, the way back to it from code that was made of it, and
 * what is wrong with it. Values only; every other room may use them.
 */
@NullMarked
package io.faasruntime.v8worker.source;

import org.jspecify.annotations.NullMarked;
