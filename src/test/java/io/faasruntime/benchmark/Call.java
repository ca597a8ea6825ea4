package io.faasruntime.benchmark;

/** One call of a caller, which makes it again and again from one thread. */
interface Call extends AutoCloseable {

    /** What is done by one call: runs, mostly 1. */
    int make() throws Exception;

    @Override
    default void close() {}
}
