package io.faasruntime.rest.stream;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What a client has sent ahead of the runs: read from its connection by a thread that does nothing else, up to a limit, and
 * kept in a file that is written round and round. So a client that sends all before it reads anything need not wait for itself.
 */
final class Spool implements Closeable {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final InputStream body;
    private final FileChannel file;
    private final long capacity;
    private final Thread thread = new Thread(this::copy, "faas-runtime-batch-body");
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long written;
    private long read;
    private boolean started;
    private boolean ended;
    private boolean unwanted;
    private @Nullable IOException failure;

    private Spool(InputStream body, FileChannel file, long capacity) {
        this.body = body;
        this.file = file;
        this.capacity = Math.max(capacity, BUFFER_BYTES);
        thread.setDaemon(true);
    }

    /** Begins to read {@code body} when somebody reads from this. */
    static Spool of(InputStream body, long capacity) throws IOException {
        return new Spool(body, UnnamedFile.open(), capacity);
    }

    private void copy() {
        byte[] buffer = new byte[BUFFER_BYTES];
        IOException problem = null;
        try {
            for (int got = body.read(buffer); got >= 0; got = body.read(buffer)) {
                if (awaitRoom(got)) {
                    write(ByteBuffer.wrap(buffer, 0, got));
                }
            }
        } catch (IOException e) {
            problem = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problem = new IOException("interrupted");
        } finally {
            end(problem);
        }
    }

    /** Whether what was read is wanted. */
    private boolean awaitRoom(int bytes) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!unwanted && written - read + bytes > capacity) {
                changed.await();
            }
            return !unwanted;
        } finally {
            lock.unlock();
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        long position = written;
        while (bytes.hasRemaining()) {
            long place = position % capacity;
            ByteBuffer part = bytes.duplicate();
            part.limit(part.position() + (int) Math.min(part.remaining(), capacity - place));
            int count = file.write(part, place);
            bytes.position(bytes.position() + count);
            position += count;
        }
        lock.lock();
        try {
            written = position;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void end(@Nullable IOException problem) {
        lock.lock();
        try {
            ended = true;
            failure = problem;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What was sent, in its order; blocks for more. */
    InputStream stream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] to, int offset, int length) throws IOException {
                try {
                    return take(to, offset, length);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException("interrupted", e);
                }
            }
        };
    }

    private void start() {
        if (!started && !unwanted) {
            started = true;
            thread.start();
        }
    }

    private int take(byte[] to, int offset, int length) throws IOException, InterruptedException {
        long available;
        lock.lockInterruptibly();
        try {
            start();
            while (written == read && !ended) {
                changed.await();
            }
            if (written == read) {
                if (failure != null) {
                    throw failure;
                }
                return -1;
            }
            available = written - read;
        } finally {
            lock.unlock();
        }
        long place = read % capacity;
        int wanted = (int) Math.min(Math.min(length, available), capacity - place);
        int count = file.read(ByteBuffer.wrap(to, offset, wanted), place);
        lock.lock();
        try {
            read += count;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        return count;
    }

    /** Nothing of it is wanted any more. Waits until the client has sent all: a connection must not have two readers. */
    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            unwanted = true;
            changed.signalAll();
            while (started && !ended) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
        file.close();
    }
}
