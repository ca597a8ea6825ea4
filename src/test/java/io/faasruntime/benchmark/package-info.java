/**
 * {@code mvn verify -Pbenchmark}: how long runs take, and what they cost, on this machine.
 *
 * <p>Only the outside of a server is used, HTTP and {@code /proc}, and of the product only what an application that injects
 * a {@code RuntimeManager} uses: so the same benchmark measures a server of another version ({@code -Dbenchmark.url},
 * {@code -Dbenchmark.war}). Every scenario is measured in rounds, one scenario after the other in each, so that a
 * disturbance of the machine hits all of them; the table shows medians over the rounds, and ratios to references that were
 * measured in the same rounds. Absolute figures of different machines or days do not compare, ratios do.
 */
@NullMarked
package io.faasruntime.benchmark;

import org.jspecify.annotations.NullMarked;
