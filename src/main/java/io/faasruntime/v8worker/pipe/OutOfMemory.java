package io.faasruntime.v8worker.pipe;

/** What a worker says on stderr, and how it exits, when it dies for want of memory before it can answer. */
public final class OutOfMemory {

    public static final String MARK = "worker: out of memory";
    public static final int EXIT_CODE = 137;

    private OutOfMemory() {}
}
