package io.faasruntime.spi;

import io.faasruntime.api.Language;
import java.time.Duration;

/**
 * A CDI event: a run has ended, one way or the other. Fired on the thread that ends the run; observers must not block.
 *
 * @param language what the code was written in
 * @param backend the backend that ran it
 * @param outcome the wire name of the result's status, or of the failure: the simple name of its exception
 * @param total time from the request to its end
 * @param queued the part of it spent waiting for a worker; zero when unknown
 */
public record ExecutionFinished(Language language, String backend, String outcome, Duration total, Duration queued) {}
