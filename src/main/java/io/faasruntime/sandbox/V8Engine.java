package io.faasruntime.sandbox;

import io.faasruntime.api.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** V8 in a child JVM, for JavaScript and, through swc, TypeScript. */
public final class V8Engine implements Engine {

    private static final List<String> JARS = List.of("javet.jar", "swc4j.jar", "jna.jar", "faas-runtime-worker.jar");
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
        List<String> resources = new ArrayList<>(JARS);
        resources.addAll(List.of("javet-v8-linux-x86_64.jar", "swc4j-linux-x86_64.jar"));
        return resources.stream().map(jar -> "v8/" + jar).toList();
    }

    @Override
    public void install(EngineInstallation installation) throws IOException {
        for (String jar : JARS) {
            installation.copy("v8/" + jar, jar);
        }
        installation.unpack("v8/javet-v8-linux-x86_64.jar", "", NATIVE, name -> name.endsWith(".so"));
        installation.unpack("v8/swc4j-linux-x86_64.jar", "", NATIVE, name -> name.endsWith(".so"));
        installation.unpack("v8/jna.jar", "com/sun/jna/linux-x86-64/", NATIVE, name -> name.endsWith(".so"));
    }

    @Override
    public List<String> command(Path home, int memoryMb) {
        String natives = home.resolve(NATIVE).toString();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                String.join(
                        ":",
                        JARS.stream().map(jar -> home.resolve(jar).toString()).toList())));
        command.add("io.faasruntime.sandbox.worker.WorkerMain");
        command.add("--memory-mb=" + memoryMb);
        return command;
    }

    @Override
    public boolean memoryFixedAtLaunch() {
        return true;
    }
}
