/**
 * One run while it lasts: what was asked, what the code printed and handed over so far, which limit ended it, and what the
 * server is told in the end. Knows no engine.
 *
 * <p>Imports {@code source} and {@code pipe}.
 */
@NullMarked
package io.faasruntime.v8worker.run;

import org.jspecify.annotations.NullMarked;
