/**
 * What the process gives up before it serves strangers, and the system calls that this takes. Imports nothing of the house.
 */
@NullMarked
package io.faasruntime.v8worker.lockdown;

import org.jspecify.annotations.NullMarked;
