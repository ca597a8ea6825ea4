package io.faasruntime.sandbox.worker;

/** What a worker says on stderr, and how it exits, when it dies for want of memory before it can answer. */
final class OutOfMemory {

    static final String MARK = "worker: out of memory";
    static final int EXIT_CODE = 137;

    private OutOfMemory() {}
}
