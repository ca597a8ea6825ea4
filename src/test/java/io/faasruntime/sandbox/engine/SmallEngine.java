package io.faasruntime.sandbox.engine;

import io.faasruntime.api.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Installs a few small files of this application, and runs nothing. */
class SmallEngine implements Engine {

    final AtomicInteger installations = new AtomicInteger();
    private final List<String> resources;

    SmallEngine(String... resources) {
        this.resources = List.of(resources);
    }

    @Override
    public String name() {
        return "small";
    }

    @Override
    public List<Language> languages() {
        return List.of();
    }

    @Override
    public Optional<String> unsupportedReason() {
        return Optional.empty();
    }

    @Override
    public List<String> resources() {
        return resources;
    }

    @Override
    public void install(EngineInstallation installation) throws IOException {
        installations.incrementAndGet();
        for (String resource : resources) {
            installation.copy(resource, "files/" + resource);
        }
    }

    @Override
    public List<String> command(Path home, WorkerLimits limits) {
        return List.of();
    }

    @Override
    public boolean memoryFixedAtLaunch() {
        return false;
    }
}
