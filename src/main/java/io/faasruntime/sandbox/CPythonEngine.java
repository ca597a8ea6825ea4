package io.faasruntime.sandbox;

import io.faasruntime.api.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** CPython as a fork server: a warm parent, and a locked-in child of its own for every run. */
public final class CPythonEngine implements Engine {

    private static final String DISTRIBUTION = "cpython/cpython-linux-x86_64.engine";
    private static final String WORKER = "cpython/faas-runtime-worker.jar";
    private static final String PROGRAM = "bin/python3.14";

    @Override
    public String name() {
        return "cpython";
    }

    @Override
    public List<Language> languages() {
        return List.of(Language.PYTHON);
    }

    @Override
    public Optional<String> unsupportedReason() {
        return Platform.requireLinuxX64("the Python engine");
    }

    @Override
    public List<String> resources() {
        return List.of(DISTRIBUTION, WORKER);
    }

    @Override
    public void install(EngineInstallation installation) throws IOException {
        installation.unpack(DISTRIBUTION, "org/bytedeco/cpython/linux-x86_64/", ".", name -> true);
        installation.unpack(WORKER, "", "worker", name -> name.endsWith(".py"));
        installation.makeExecutable(PROGRAM);
    }

    @Override
    public List<String> command(Path home, int memoryMb) {
        return List.of(
                home.resolve(PROGRAM).toString(),
                "-I",
                "-S",
                "-E",
                "-B",
                home.resolve("worker/fork_server.py").toString());
    }

    @Override
    public boolean memoryFixedAtLaunch() {
        return false;
    }
}
