package io.faasruntime.sandbox.process;

/** Why the supervisor, and not the code, ended a request. */
public enum Ending {
    /** The time limit passed and the worker did not end the run by itself. */
    TIMEOUT,
    /** More output arrived than the run may print. */
    OUTPUT_LIMIT,
    /** The worker sent something that is no answer. */
    PROTOCOL_VIOLATION,
    /** The process ended by itself. */
    DEATH,
    /** Nobody waits for the answer any more. */
    ABANDONED,
    /** The pool is shutting down. */
    SHUTDOWN
}
