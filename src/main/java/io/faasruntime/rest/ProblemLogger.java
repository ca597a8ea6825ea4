package io.faasruntime.rest;

import io.faasruntime.wire.Problem;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Logs failures of the server (5xx) with their cause; failures of the caller are the caller's to see. */
final class ProblemLogger {

    private static final int SERVER_ERROR = 500;

    private final Logger log;

    ProblemLogger(Logger log) {
        this.log = log;
    }

    /** @param path the address that was asked, as the caller wrote it */
    void log(String path, Problem problem, Throwable failure) {
        if (problem.status() >= SERVER_ERROR) {
            log.log(Level.WARNING, failure, () -> path + " failed: " + problem.detail());
        }
    }
}
