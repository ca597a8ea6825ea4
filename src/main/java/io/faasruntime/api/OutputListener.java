package io.faasruntime.api;

/**
 * Hears what a run prints while it runs. Called by one thread at a time, in the order in which the code printed, and for the
 * last time before the result is there; must not block. What it heard is in the result as well.
 */
public interface OutputListener {

    /** Some text of stdout, in whole characters; not necessarily a line. */
    void stdout(String text);

    /** The same of stderr. */
    void stderr(String text);
}
