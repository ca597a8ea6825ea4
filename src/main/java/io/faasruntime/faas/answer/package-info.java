/**
 * What is said to a server and what its answer means. {@code SentRun} is the one door: it writes the request, with what a
 * {@code Dialect} puts around the code for servers that have no {@code return_val} and no {@code input}, and reads the
 * answer ({@code AnswerReader}), whose meaning {@code AnswerMeaning} finds.
 *
 * <p>Plain functions of their arguments: no network, no clock, no state. Called by {@code faas} only.
 */
@NullMarked
package io.faasruntime.faas.answer;

import org.jspecify.annotations.NullMarked;
