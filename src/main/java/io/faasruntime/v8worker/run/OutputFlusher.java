package io.faasruntime.v8worker.run;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Sends pending output every few milliseconds, so that a run that is killed in an endless loop has handed over what it
 * printed before.
 */
public final class OutputFlusher {

    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(8);

    private final AtomicReference<@Nullable OutputSink> current = new AtomicReference<>();
    private final Thread thread = new Thread(this::flushAll, "output-flusher");

    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    public void watch(OutputSink sink) {
        current.set(sink);
        LockSupport.unpark(thread);
    }

    public void release() {
        current.set(null);
    }

    private void flushAll() {
        while (true) {
            OutputSink sink = current.get();
            if (sink == null) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, PERIOD_NANOS);
                sink.flush();
            }
        }
    }
}
