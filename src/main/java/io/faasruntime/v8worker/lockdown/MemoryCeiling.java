package io.faasruntime.v8worker.lockdown;

import com.sun.jna.Platform;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The limit of the process's private memory. Array buffers are refused there with an exception that code may catch, but
 * V8 ends the process when one of its own pages is refused; so a reserve stands above the ceiling, which is open only
 * while V8 collects garbage and while a run that has reached the ceiling is unwound. Used by one thread.
 */
public final class MemoryCeiling {

    /** What one collection and the unwinding of a run need at most, and some. */
    private static final long RESERVE_BYTES = 32L << 20;

    private static final long MARGIN_BYTES = 8L << 20;

    private static final int BIG_BYTES = 128 << 10;
    private static final long NONE = Long.MAX_VALUE;
    private static final int PAGE_BYTES = 4096;
    /** The place of "data + stack" among the numbers of /proc/self/statm. */
    private static final int DATA = 5;

    private static final int MOST_BYTES = 256;

    /** Open for good: no file can be opened later. Null where there is none. */
    private final @Nullable RandomAccessFile statistics;

    private long ceilingBytes = NONE;
    private long runBytes;

    private MemoryCeiling(@Nullable RandomAccessFile statistics) {
        this.statistics = statistics;
    }

    /** Without a limit as yet. From now on big blocks that are freed are given back, and do not count against it. */
    public static MemoryCeiling open() {
        if (Platform.isLinux()) {
            // Both grow by themselves unless they are set, up to 32 and 64 MB: mallopt(3).
            LibC.mallopt(LibC.M_MMAP_THRESHOLD, BIG_BYTES);
            LibC.mallopt(LibC.M_TRIM_THRESHOLD, BIG_BYTES);
        }
        try {
            return new MemoryCeiling(new RandomAccessFile("/proc/self/statm", "r"));
        } catch (IOException e) {
            return new MemoryCeiling(null);
        }
    }

    /**
     * From now on the process may use so much more than it does now, and no more.
     *
     * @param runBytes what a run is promised
     * @param slackBytes what the process needs beside it
     * @return whether the limit holds
     */
    boolean allow(long runBytes, long slackBytes) {
        long usedBytes = usedBytes();
        if (usedBytes == NONE) {
            return false;
        }
        this.runBytes = runBytes;
        ceilingBytes = usedBytes + runBytes + slackBytes;
        return LibC.limit(LibC.RLIMIT_DATA, ceilingBytes, ceilingBytes + RESERVE_BYTES);
    }

    /** Opens the reserve. */
    public void lift() {
        set(ceilingBytes + RESERVE_BYTES);
    }

    /** Closes the reserve: what is used of it stays, and nothing more is given. */
    public void lower() {
        set(ceilingBytes);
    }

    /** Whether so little is left that V8 could lack a page of its own. */
    public boolean isReached() {
        return ceilingBytes != NONE && usedBytes() > ceilingBytes - MARGIN_BYTES;
    }

    /**
     * Whether the next run would not get what it is promised, although nothing runs: the C library keeps what many small
     * blocks have left.
     */
    public boolean isWornOut() {
        return ceilingBytes != NONE && usedBytes() > ceilingBytes - runBytes;
    }

    /** The process's private writable memory and its stack; the largest number when that cannot be told. */
    public long usedBytes() {
        byte[] line = new byte[MOST_BYTES];
        try {
            if (statistics == null) {
                return NONE;
            }
            statistics.seek(0);
            int length = statistics.read(line);
            String[] numbers = new String(line, 0, Math.max(length, 0), StandardCharsets.US_ASCII).split(" ");
            return Long.parseLong(numbers[DATA]) * PAGE_BYTES;
        } catch (IOException e) {
            return NONE;
        }
    }

    private void set(long bytes) {
        if (ceilingBytes != NONE) {
            LibC.limit(LibC.RLIMIT_DATA, bytes, ceilingBytes + RESERVE_BYTES);
        }
    }
}
