package io.faasruntime.faas.node;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The HTTP client of one service, replaced from time to time. Connections live in a client: as none gets older than the
 * idle time, none is used again after having been idle for longer, which is the one thing about its pool that the JDK's
 * client lets nobody set. (It drops connections that the server has closed by itself.) Safe for threads.
 */
final class ExpiringHttpClient {

    private final Supplier<HttpClient> factory;
    private final long idleNanos;
    private final Executor closer;
    private HttpClient current;
    private long createdAt = System.nanoTime();

    /** @param closer where an old client may block until its last calls have ended */
    ExpiringHttpClient(Supplier<HttpClient> factory, Duration idleTime, Executor closer) {
        this.factory = factory;
        this.idleNanos = idleTime.toNanos();
        this.closer = closer;
        this.current = factory.get();
    }

    synchronized HttpClient get() {
        long now = System.nanoTime();
        if (now - createdAt > idleNanos) {
            HttpClient old = current;
            current = factory.get();
            createdAt = now;
            close(old);
        }
        return current;
    }

    synchronized void close() {
        close(current);
    }

    /** Since Java 21 a client can be closed; before, it ends when it is garbage. */
    private void close(Object client) {
        if (client instanceof AutoCloseable closeable) {
            closer.execute(() -> {
                try {
                    closeable.close();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (Exception e) {
                    throw new IllegalStateException("an HTTP client cannot be closed", e);
                }
            });
        }
    }
}
