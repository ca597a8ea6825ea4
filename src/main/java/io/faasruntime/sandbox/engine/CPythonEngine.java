package io.faasruntime.sandbox.engine;

import io.faasruntime.api.Language;
import io.faasruntime.config.SettingsReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/** CPython as a fork server: a warm parent, and a locked-in child of its own for every run. */
public final class CPythonEngine implements Engine {

    private static final String DISTRIBUTION = "cpython/cpython-linux-x86_64.engine";
    private static final String WORKER = "cpython/faas-runtime-python-worker.jar";
    private static final String NUMPY = "cpython/numpy-linux-x86_64.engine";
    private static final String OPENBLAS = "cpython/openblas-linux-x86_64.engine";
    private static final Set<String> NUMPY_LIBRARIES =
            Set.of("libopenblas.so.0", "libgfortran.so.5", "libquadmath.so.0", "libgcc_s.so.1");
    private static final Pattern LEFT_OUT = Pattern.compile("^lib/python3.14/("
            + "(test|idlelib|tkinter|turtledemo|ensurepip|venv|site-packages|pydoc_data|config-3.14-[^/]*)/"
            + "|lib-dynload/(_test|_xxtest|xx|_curses|readline|_remote_debugging))");
    private static final Duration PREPARATION_LIMIT = Duration.ofMinutes(2);
    private static final String PROGRAM = "bin/python3.14";

    private final boolean withNumpy;

    /** Configured by {@code faas-runtime.sandbox.numpy}, which is off by default: NumPy costs memory in every worker. */
    public CPythonEngine() {
        this(new SettingsReader(ConfigProvider.getConfig()).flag("faas-runtime.sandbox.numpy", false));
    }

    CPythonEngine(boolean withNumpy) {
        this.withNumpy = withNumpy;
    }

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
        return withNumpy ? List.of(DISTRIBUTION, WORKER, NUMPY, OPENBLAS) : List.of(DISTRIBUTION, WORKER);
    }

    @Override
    public void install(EngineInstallation installation) throws IOException {
        installation.unpack(DISTRIBUTION, "org/bytedeco/cpython/linux-x86_64/", ".", CPythonEngine::isNeeded);
        installation.unpack(WORKER, "", "worker", name -> name.endsWith(".py"));
        installation.makeExecutable(PROGRAM);
        if (withNumpy) {
            installation.unpack(
                    NUMPY,
                    "org/bytedeco/numpy/linux-x86_64/python/numpy/",
                    "numpy/python/numpy",
                    name -> !name.contains("/tests/"));
            installation.unpack(OPENBLAS, "org/bytedeco/openblas/linux-x86_64/", "numpy", NUMPY_LIBRARIES::contains);
        }
        List<String> prepare = new ArrayList<>(command(installation.target(), new WorkerLimits(0, 0)));
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
    public List<String> command(Path home, WorkerLimits limits) {
        List<String> command = new ArrayList<>(List.of(
                home.resolve(PROGRAM).toString(),
                "-I",
                "-S",
                "-E",
                "-B",
                home.resolve("worker/fork_server.py").toString()));
        if (withNumpy) {
            command.add("--numpy");
        }
        return command;
    }

    @Override
    public boolean memoryFixedAtLaunch() {
        return false;
    }
}
