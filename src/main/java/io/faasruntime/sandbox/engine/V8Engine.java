package io.faasruntime.sandbox.engine;

import io.faasruntime.api.Language;
import io.faasruntime.config.SettingsReader;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** V8 in a child JVM, for JavaScript and, through swc, TypeScript. */
public final class V8Engine implements Engine {

    private static final String WORKER = "faas-runtime-v8-worker.jar";
    private static final String PROGRAM = "io.faasruntime.v8worker.WorkerMain";
    private static final List<String> LIBRARIES = List.of("javet", "swc4j", "jna");
    private static final List<String> NATIVE_LIBRARIES = List.of("javet-v8-linux-x86_64", "swc4j-linux-x86_64");
    /** What V8's Intl needs: looked for beside the library. */
    private static final String UNICODE_DATA = "icudt77l.dat";

    private static final String TYPESCRIPT = "typescript.js";

    private static final String NATIVE = "native";

    /** Relative to the engine's folder, where workers have their working directory. */
    private static final String CLASS_PATH = Stream.concat(
                    LIBRARIES.stream().map(library -> library + ".jar"), Stream.of(WORKER))
            .collect(Collectors.joining(File.pathSeparator));

    private static final String CLASS_ARCHIVE = "worker.jsa";
    private static final int PREPARATION_MEMORY_MB = 128;
    private static final Duration PREPARATION_LIMIT = Duration.ofMinutes(2);
    private static final Logger LOG = Logger.getLogger(V8Engine.class.getName());
    private static final int YOUNG_MB = 40;
    private static final int SMALLEST_HEAP_MB = 128;
    private static final int MEGABYTE = 1 << 20;
    /**
     * The JVM is a host for V8 and little else: small, quick to start, and with no doors of its own. Its heap is committed
     * at once (see {@link #heap}), because the ceiling on the process's memory is counted from what it has when it is warm.
     */
    private static final List<String> JVM_OPTIONS = List.of(
            "-Xmn" + YOUNG_MB + "m",
            "-Xss16m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            "-XX:-UseContainerSupport",
            // What the JVM has to say must not get between the frames on stdout.
            "-Xlog:disable",
            "-XX:+DisplayVMOutputToStderr",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=/dev/null",
            "-XX:+ExitOnOutOfMemoryError");

    private static final int FIRST_JDK_THAT_WARNS_OF_NATIVE_CODE = 22;

    private final boolean legacyDecorators;

    /** Configured by {@code faas-runtime.sandbox.legacy-decorators}, which is off by default. */
    public V8Engine() {
        this(new SettingsReader(ConfigProvider.getConfig()).flag("faas-runtime.sandbox.legacy-decorators", false));
    }

    /** @param legacyDecorators decorators of TypeScript have the meaning that they had before version 5 */
    V8Engine(boolean legacyDecorators) {
        this.legacyDecorators = legacyDecorators;
    }

    @Override
    public String name() {
        return "v8";
    }

    @Override
    public List<Language> languages() {
        return List.of(Language.JAVASCRIPT, Language.TYPESCRIPT);
    }

    @Override
    public Optional<String> unsupportedReason() {
        return Platform.requireLinuxX64("the JavaScript engine");
    }

    @Override
    public List<String> resources() {
        List<String> resources = new ArrayList<>(List.of("v8/" + WORKER, "v8/" + UNICODE_DATA, "v8/" + TYPESCRIPT));
        Stream.concat(LIBRARIES.stream(), NATIVE_LIBRARIES.stream())
                .map(V8Engine::resource)
                .forEach(resources::add);
        return List.copyOf(resources);
    }

    @Override
    public void install(EngineInstallation installation) throws IOException {
        installation.copy("v8/" + WORKER, WORKER);
        installation.copy("v8/" + UNICODE_DATA, NATIVE + "/" + UNICODE_DATA);
        installation.copy("v8/" + TYPESCRIPT, TYPESCRIPT);
        for (String library : LIBRARIES) {
            installation.copy(resource(library), library + ".jar");
        }
        for (String library : NATIVE_LIBRARIES) {
            installation.unpack(resource(library), "", NATIVE, name -> name.endsWith(".so"));
        }
        installation.unpack(resource("jna"), "com/sun/jna/linux-x86-64/", NATIVE, name -> name.endsWith(".so"));
        prepare(installation);
    }

    /** Engine files are archives by another name, so that servers do not look into them. */
    private static String resource(String library) {
        return "v8/" + library + ".engine";
    }

    @Override
    public List<String> command(Path home, WorkerLimits limits) {
        String natives = home.resolve(NATIVE).toString();
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(heap(limits));
        command.addAll(JVM_OPTIONS);
        command.addAll(nativeAccess());
        if (Files.exists(home.resolve(CLASS_ARCHIVE))) {
            command.add("-XX:SharedArchiveFile=" + CLASS_ARCHIVE);
        }
        // Unpacked once: otherwise every start would unpack 60 MB of libraries to the temporary folder.
        command.add("-Djavet.lib.loading.type=custom");
        command.add("-Djavet.lib.loading.path=" + natives);
        command.add("-Dswc4j.lib.loading.type=custom");
        command.add("-Dswc4j.lib.loading.path=" + natives);
        command.add("-Djna.boot.library.path=" + natives);
        command.add("-Djna.nosys=true");
        command.add("-Djna.noclasspath=true");
        command.addAll(List.of("-cp", CLASS_PATH, PROGRAM, "--memory-mb=" + limits.memoryMb()));
        if (legacyDecorators) {
            command.add("--legacy-decorators");
        }
        return command;
    }

    /** Room for a request three times: the bytes that came, the characters made of them, the string made of these. */
    private static List<String> heap(WorkerLimits limits) {
        long megabytes = Math.max(SMALLEST_HEAP_MB, YOUNG_MB + 32 + 3 * limits.maxRequestBytes() / MEGABYTE);
        return List.of("-Xms" + megabytes + "m", "-Xmx" + megabytes + "m");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static List<String> nativeAccess() {
        return Runtime.version().feature() >= FIRST_JDK_THAT_WARNS_OF_NATIVE_CODE
                ? List.of("--enable-native-access=ALL-UNNAMED")
                : List.of();
    }

    /**
     * Lets a worker make the files that the others start from, and keep its classes in the form that the JVM maps at a start,
     * which halves the time a start takes. The class path has to be the same to the letter, which is why it is relative.
     */
    private void prepare(EngineInstallation installation) throws IOException {
        List<String> command = command(installation.target(), new WorkerLimits(PREPARATION_MEMORY_MB, 0));
        command.add("--prepare");
        List<String> archiving = new ArrayList<>(command);
        archiving.add(1, "-XX:ArchiveClassesAtExit=" + CLASS_ARCHIVE);
        try {
            installation.run(archiving, PREPARATION_LIMIT);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            LOG.log(Level.INFO, "workers of V8 will start without a class archive: {0}", e.getMessage());
            installation.run(command, PREPARATION_LIMIT);
        }
    }

    @Override
    public boolean memoryFixedAtLaunch() {
        return true;
    }
}
