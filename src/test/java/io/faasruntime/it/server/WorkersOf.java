package io.faasruntime.it.server;

import java.io.IOException;
import java.time.Duration;

/** The workers of a language, as the server counts them. */
public record WorkersOf(TestServer server, String language) {

    private static final Duration HANGS = Duration.ofSeconds(60);

    /** Waits until {@code busy} of them are running code. */
    public void await(int busy) throws IOException, InterruptedException {
        long end = System.nanoTime() + HANGS.toNanos();
        while (busy() != busy) {
            if (System.nanoTime() > end) {
                throw new AssertionError(busy() + " workers of " + language + " are busy, not " + busy);
            }
        }
    }

    private int busy() throws IOException, InterruptedException {
        return TestServer.json(server.get("api/runtimes/metrics"))
                .getJsonObject(language)
                .getInt("workers_busy");
    }
}
