/** Attacks, each with what has to come of it, and thousands of runs of all kinds. */
package io.faasruntime.it.hostile;
