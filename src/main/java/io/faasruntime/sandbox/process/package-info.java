/**
 * How a child process ends and what it leaves behind: its reason, its exit code, its last words. And threads with names.
 *
 * <p>Imports the JDK only. {@code sandbox.engine} and {@code sandbox.pool} use it.
 */
@NullMarked
package io.faasruntime.sandbox.process;

import org.jspecify.annotations.NullMarked;
