package io.faasruntime.sandbox.engine;

import io.faasruntime.api.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A program that runs code of some languages in a child process and speaks {@link io.faasruntime.protocol}.
 *
 * <p>Implementations are found with {@link java.util.ServiceLoader}, are immutable and safe for threads.
 */
public interface Engine {

    /** Short, unique, lower case, usable as a folder name: {@code v8}. */
    String name();

    /** What it runs. */
    List<Language> languages();

    /** Why this engine cannot run on this machine, for operators; empty when it can. */
    Optional<String> unsupportedReason();

    /** Class path resources the engine is installed from, relative to {@code META-INF/faas-runtime/engines/}. */
    List<String> resources();

    /**
     * Unpacks the engine. Blocks; called once per version of the resources and machine.
     *
     * @param installation where the resources come from and the files go
     */
    void install(EngineInstallation installation) throws IOException;

    /**
     * The command that starts one worker, which gets an empty environment and {@code home} as its working directory.
     *
     * @param home where {@link #install} put the files
     * @param limits what the worker has to be able to take
     */
    List<String> command(Path home, WorkerLimits limits);

    /** Whether a worker has one memory limit for its whole life, so that another limit needs another worker. */
    boolean memoryFixedAtLaunch();
}
