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
    private static final String NATIVE = "native";

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
        List<String> resources = new ArrayList<>(List.of("v8/" + WORKER));
        Stream.concat(LIBRARIES.stream(), NATIVE_LIBRARIES.stream())
                .map(V8Engine::resource)
                .forEach(resources::add);
        return List.copyOf(resources);
    }

    @Override
    public void install(EngineInstallation installation) throws IOException {
        installation.copy("v8/" + WORKER, WORKER);
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
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath(home)));
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
