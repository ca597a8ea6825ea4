/**
 * Answers that come piece by piece: batches, and runs that are listened to. As server-sent events, batches also as lines of
 * JSON.
 *
 * <p>Who reads such an answer sets its pace; that somebody still reads it is found out by writing, ten times a second if there
 * is nothing else to write. Imports what {@code rest} imports.
 */
@NullMarked
package io.faasruntime.rest.stream;

import org.jspecify.annotations.NullMarked;
