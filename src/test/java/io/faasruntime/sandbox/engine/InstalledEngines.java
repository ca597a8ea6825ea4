package io.faasruntime.sandbox.engine;

import java.io.IOException;
import java.nio.file.Path;

/** The engines that the build has put together, installed below {@code target} the way the server installs them. */
public final class InstalledEngines {

    private static final int MEMORY_MB = 128;

    private InstalledEngines() {}

    /** Starts a worker of V8. */
    public static Process startV8() throws IOException {
        return start(new V8Engine());
    }

    /** Starts a worker of CPython. */
    public static Process startCPython() throws IOException {
        return start(new CPythonEngine(false));
    }

    /** Whether the engines can run on this machine at all. */
    public static boolean areSupportedHere() {
        return new CPythonEngine(false).unsupportedReason().isEmpty();
    }

    private static Process start(Engine engine) throws IOException {
        Path directory = Path.of("target/test-engines").toAbsolutePath();
        Path home = new EngineCache(directory, InstalledEngines.class.getClassLoader()).install(engine);
        ProcessBuilder builder = new ProcessBuilder(engine.command(home, MEMORY_MB))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .directory(home.toFile());
        builder.environment().clear();
        return builder.start();
    }
}
