package io.faasruntime.sandbox.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A process of ours with pipes at stdin and stdout, an empty environment, and somebody who reads its stderr. Safe for threads.
 */
public final class ChildProcess {

    private static final Duration REAPING = Duration.ofSeconds(5);

    private final Process process;
    private final LastWords lastWords;
    private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();

    private ChildProcess(Process process) {
        this.process = process;
        this.lastWords = new LastWords(process.getErrorStream());
    }

    /**
     * Starts a process. When this fails, whatever the reason, there is none.
     *
     * @param threads makes the thread that reads stderr
     * @throws IOException if the process cannot be started
     */
    public static ChildProcess start(List<String> command, Path home, ThreadFactory threads) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().clear();
        Process process = builder.start();
        try {
            ChildProcess child = new ChildProcess(process);
            child.lastWords.start(threads);
            return child;
        } catch (Throwable e) {
            process.destroyForcibly();
            throw e;
        }
    }

    public OutputStream stdin() {
        return process.getOutputStream();
    }

    public InputStream stdout() {
        return process.getInputStream();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Why it was ended, or is about to be; null as long as nobody said so. */
    public @Nullable Ending ending() {
        return ending.get();
    }

    /** Ends the process now, and whatever it is doing. The first reason counts. */
    public void kill(Ending reason) {
        ending.compareAndSet(null, reason);
        process.destroyForcibly();
    }

    /** Waits for the end of the process, or for an interrupt, which stays set. */
    public void awaitEnd(Duration patience) {
        try {
            process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Kills the process if need be, waits for its end, and says how it ended. */
    public WorkerDeath reap() {
        process.destroyForcibly();
        int exitCode = -1;
        try {
            if (process.waitFor(REAPING.toMillis(), TimeUnit.MILLISECONDS)) {
                lastWords.awaitEnd();
                exitCode = process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new WorkerDeath(Objects.requireNonNullElse(ending.get(), Ending.DEATH), exitCode, lastWords.text());
    }
}
