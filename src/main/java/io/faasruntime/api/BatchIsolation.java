package io.faasruntime.api;

/** What the inputs of one batch may know of each other. No batch ever shares anything with another batch or a single run. */
public enum BatchIsolation {
    /** Every input is a run of its own, as isolated as any. */
    RUN,
    /**
     * Inputs may share a process (Python) or an isolate (JavaScript): the code is compiled once, every input starts with fresh
     * globals, and limits hold for each. They can see each other through what outlives globals, such as imported modules. A
     * backend that cannot do this runs each input by itself.
     */
    BATCH
}
