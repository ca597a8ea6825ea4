package io.faasruntime.sandbox;

import io.faasruntime.api.Language;
import io.faasruntime.sandbox.engine.Engine;
import io.faasruntime.sandbox.engine.EngineInstallation;
import io.faasruntime.sandbox.engine.WorkerLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The engine of {@link ScriptedWorker}. */
final class ScriptedEngine implements Engine {

    static final Language LANGUAGE = Language.of("scripted");

    private final boolean memoryFixedAtLaunch;
    /** While true, workers end before they are ready. */
    volatile boolean refusing;

    ScriptedEngine(boolean memoryFixedAtLaunch) {
        this.memoryFixedAtLaunch = memoryFixedAtLaunch;
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public List<Language> languages() {
        return List.of(LANGUAGE);
    }

    @Override
    public Optional<String> unsupportedReason() {
        return Optional.empty();
    }

    @Override
    public List<String> resources() {
        return List.of();
    }

    @Override
    public void install(EngineInstallation installation) {
        // The class path of this JVM has it already.
    }

    @Override
    public List<String> command(Path home, WorkerLimits limits) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ScriptedWorker.class.getName(),
                refusing ? "refuse" : "serve");
    }

    @Override
    public boolean memoryFixedAtLaunch() {
        return memoryFixedAtLaunch;
    }
}
