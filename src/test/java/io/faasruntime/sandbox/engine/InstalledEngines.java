package io.faasruntime.sandbox.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The engines that the build has put together, installed below {@code target} the way the server installs them. */
public final class InstalledEngines {

    private static final int MEMORY_MB = 128;

    /** Where they are installed. */
    public static final Path DIRECTORY = Path.of("target/test-engines").toAbsolutePath();

    private static final EngineCache CACHE = new EngineCache(DIRECTORY, InstalledEngines.class.getClassLoader());

    private InstalledEngines() {}

    /** Starts a worker of V8. */
    public static Process startV8() throws IOException {
        return start(new V8Engine(false));
    }

    /** Starts a worker of V8 in which decorators have the meaning that they had before TypeScript 5. */
    public static Process startV8WithLegacyDecorators() throws IOException {
        return start(new V8Engine(true));
    }

    /** Starts a worker of CPython. */
    public static Process startCPython() throws IOException {
        return start(new CPythonEngine(false));
    }

    /** Every engine, without what is off by default. */
    public static List<Engine> all() {
        return List.of(new V8Engine(false), new CPythonEngine(false));
    }

    /** Whether the engines can run on this machine at all. */
    public static boolean areSupportedHere() {
        return new CPythonEngine(false).unsupportedReason().isEmpty();
    }

    private static Process start(Engine engine) throws IOException {
        Path home = CACHE.install(engine);
        ProcessBuilder builder = new ProcessBuilder(engine.command(home, new WorkerLimits(MEMORY_MB, 0)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .directory(home.toFile());
        builder.environment().clear();
        return builder.start();
    }
}
