package io.faasruntime.sandbox.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** Reads a child's stderr to its end, so that the child never blocks on it, and keeps the last part. */
public final class LastWords {

    private static final int KEPT_BYTES = 65_536;
    private static final long PATIENCE_MS = 200;

    private final InputStream stderr;
    private final byte[] ring = new byte[KEPT_BYTES];
    private long total;
    private volatile @Nullable Thread reader;

    public LastWords(InputStream stderr) {
        this.stderr = stderr;
    }

    /** Begins to read, on a thread of {@code threads}. */
    public void start(ThreadFactory threads) {
        Thread thread = threads.newThread(this::drain);
        reader = thread;
        thread.start();
    }

    private void drain() {
        byte[] buffer = new byte[KEPT_BYTES];
        try (InputStream in = stderr) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                keep(buffer, read);
            }
        } catch (IOException e) {
            // The process is gone; what was read so far is what there is.
        }
    }

    private synchronized void keep(byte[] buffer, int length) {
        for (int i = 0; i < length; i++) {
            ring[(int) (total++ % KEPT_BYTES)] = buffer[i];
        }
    }

    /** Waits a moment for the words of a process that has just ended. */
    public void awaitEnd() throws InterruptedException {
        Thread thread = reader;
        if (thread != null) {
            thread.join(PATIENCE_MS);
        }
    }

    public synchronized String text() {
        int length = (int) Math.min(total, KEPT_BYTES);
        byte[] kept = new byte[length];
        for (int i = 0; i < length; i++) {
            kept[i] = ring[(int) ((total - length + i) % KEPT_BYTES)];
        }
        return new String(kept, StandardCharsets.UTF_8);
    }
}
