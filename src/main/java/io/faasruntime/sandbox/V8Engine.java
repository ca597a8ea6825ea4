package io.faasruntime.sandbox;

import io.faasruntime.api.Language;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** V8 in a child JVM, for JavaScript and, through swc, TypeScript. */
public final class V8Engine implements Engine {

    private static final String WORKER = "faas-runtime-worker.jar";
    private static final List<String> LIBRARIES = List.of("javet", "swc4j", "jna");
    private static final List<String> NATIVE_LIBRARIES = List.of("javet-v8-linux-x86_64", "swc4j-linux-x86_64");
    /** What V8's Intl needs: looked for beside the library. */
    private static final String UNICODE_DATA = "icudt77l.dat";

    private static final String NATIVE = "native";
    /**
     * The JVM is a host for V8 and little else: small, quick to start, and with no doors of its own. Its heap is committed
     * at once, because the ceiling on the process's memory is counted from what it has when it is warm.
     */
    private static final List<String> JVM_OPTIONS = List.of(
            "-Xms128m",
            "-Xmx128m",
            "-Xss16m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            "-XX:-UseContainerSupport",
            "-XX:+SuppressFatalErrorMessage",
            "-XX:+ExitOnOutOfMemoryError");

    private static final int FIRST_JDK_THAT_WARNS_OF_NATIVE_CODE = 22;

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
        List<String> resources = new ArrayList<>(List.of("v8/" + WORKER, "v8/" + UNICODE_DATA));
        Stream.concat(LIBRARIES.stream(), NATIVE_LIBRARIES.stream())
                .map(V8Engine::resource)
                .forEach(resources::add);
        return List.copyOf(resources);
    }

    @Override
    public void install(EngineInstallation installation) throws IOException {
        installation.copy("v8/" + WORKER, WORKER);
        installation.copy("v8/" + UNICODE_DATA, NATIVE + "/" + UNICODE_DATA);
        for (String library : LIBRARIES) {
            installation.copy(resource(library), library + ".jar");
        }
        for (String library : NATIVE_LIBRARIES) {
            installation.unpack(resource(library), "", NATIVE, name -> name.endsWith(".so"));
        }
        installation.unpack(resource("jna"), "com/sun/jna/linux-x86-64/", NATIVE, name -> name.endsWith(".so"));
    }

    /** Engine files are archives by another name, so that servers do not look into them. */
    private static String resource(String library) {
        return "v8/" + library + ".engine";
    }

    @Override
    public List<String> command(Path home, int memoryMb) {
        String natives = home.resolve(NATIVE).toString();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_OPTIONS);
        // Unpacked once: otherwise every start would unpack 60 MB of libraries to the temporary folder.
        command.add("-Djavet.lib.loading.type=custom");
        command.add("-Djavet.lib.loading.path=" + natives);
        command.add("-Dswc4j.lib.loading.type=custom");
        command.add("-Dswc4j.lib.loading.path=" + natives);
        command.add("-Djna.boot.library.path=" + natives);
        command.add("-Djna.nosys=true");
        command.add("-Djna.noclasspath=true");
        if (Runtime.version().feature() >= FIRST_JDK_THAT_WARNS_OF_NATIVE_CODE) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.add("-cp");
        command.add(classPath(home));
        command.add("io.faasruntime.sandbox.worker.WorkerMain");
        command.add("--memory-mb=" + memoryMb);
        return command;
    }

    private static String classPath(Path home) {
        return Stream.concat(Stream.of(WORKER), LIBRARIES.stream().map(library -> library + ".jar"))
                .map(jar -> home.resolve(jar).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Override
    public boolean memoryFixedAtLaunch() {
        return true;
    }
}
