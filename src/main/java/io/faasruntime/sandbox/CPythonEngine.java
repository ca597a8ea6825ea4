package io.faasruntime.sandbox;

import io.faasruntime.api.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** CPython as a fork server: a warm parent, and a locked-in child of its own for every run. */
public final class CPythonEngine implements Engine {

    private static final String DISTRIBUTION = "cpython/cpython-linux-x86_64.engine";
    private static final String WORKER = "cpython/faas-runtime-worker.jar";
    private static final Pattern LEFT_OUT = Pattern.compile("^lib/python3.14/("
            + "(test|idlelib|tkinter|turtledemo|ensurepip|venv|site-packages|pydoc_data|config-3.14-[^/]*)/"
            + "|lib-dynload/(_test|_xxtest|xx|_curses|readline|_remote_debugging))");
    private static final Duration PREPARATION_LIMIT = Duration.ofMinutes(2);
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
        installation.unpack(DISTRIBUTION, "org/bytedeco/cpython/linux-x86_64/", ".", CPythonEngine::isNeeded);
        installation.unpack(WORKER, "", "worker", name -> name.endsWith(".py"));
        installation.makeExecutable(PROGRAM);
        List<String> prepare = new ArrayList<>(command(installation.target(), 0));
        prepare.add("--prepare");
        installation.run(prepare, PREPARATION_LIMIT);
    }

    /** Headers, tests, tools and the parts of the library that need a screen or a network are two thirds of it. */
    static boolean isNeeded(String file) {
        return file.equals(PROGRAM)
                || file.equals("libpython3.14.so.1.0")
                || file.equals("libffi.so.8")
                || (file.startsWith("lib/python3.14/")
                        && !LEFT_OUT.matcher(file).find());
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
