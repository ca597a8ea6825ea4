package io.faasruntime.v8worker.v8;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.interop.options.RuntimeOptions;
import com.caoccao.javet.interop.options.V8Flags;
import com.caoccao.javet.interop.options.V8RuntimeOptions;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** V8 in this process: its flags are set once, its isolates all start from one snapshot of the bootstrap. */
public final class IsolateFactory {

    /** Far below what the main thread's stack has, with room for native code. */
    private static final int STACK_KILOBYTES = 800;

    private final V8Host host;
    private final byte[] snapshot;
    private final PlatformScripts scripts;
    private final String version;
    /** Isolates share what the first of them brought, and those without the bootstrap can live with more than their own. */
    private @Nullable V8Runtime first;

    private IsolateFactory(V8Host host, byte[] snapshot, PlatformScripts scripts, String version)
            throws JavetException {
        this.host = host;
        this.snapshot = snapshot;
        this.scripts = scripts;
        this.version = version;
        this.first = restore();
    }

    public static IsolateFactory start(int memoryMegabytes) throws JavetException, IOException {
        V8Flags flags = V8RuntimeOptions.V8_FLAGS;
        flags.setUseStrict(false);
        flags.setMaxHeapSize(memoryMegabytes);
        flags.setCustomFlags("--stack-size=" + STACK_KILOBYTES);
        Optional<Path> icuData = findIcuData();
        icuData.ifPresent(file -> flags.setIcuDataFile(file.toString()));
        V8Host host = icuData.isPresent() ? V8Host.getV8I18nInstance() : V8Host.getV8Instance();
        RuntimeOptions<?> creating = new V8RuntimeOptions().setCreateSnapshotEnabled(true);
        try (V8Runtime runtime = host.createV8Runtime(creating)) {
            runtime.getExecutor(BootstrapScript.load())
                    .setResourceName(BootstrapScript.RESOURCE_NAME)
                    .executeVoid();
            IsolateFactory factory =
                    new IsolateFactory(host, runtime.createSnapshot(), PlatformScripts.read(), runtime.getVersion());
            factory.rehearse();
            return factory;
        }
    }

    private void rehearse() throws JavetException, IOException {
        try (V8Runtime runtime = restore()) {
            new Isolate(runtime, scripts);
            scripts.rehearse(runtime);
        }
    }

    /**
     * Beside V8's own library. There are two builds of that: the one with Intl crashes without its data, the one without
     * Intl comes without data.
     */
    private static Optional<Path> findIcuData() throws IOException {
        Path libraries = Path.of(System.getProperty("javet.lib.loading.path", "."));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(libraries, "icudt*.dat")) {
            Iterator<Path> found = files.iterator();
            return found.hasNext() ? Optional.of(found.next()) : Optional.empty();
        }
    }

    /** A fresh isolate that shares nothing with any other. */
    public Isolate createIsolate() throws JavetException {
        V8Runtime runtime = first == null ? restore() : first;
        first = null;
        return new Isolate(runtime, scripts);
    }

    private V8Runtime restore() throws JavetException {
        RuntimeOptions<?> restoring = new V8RuntimeOptions().setSnapshotBlob(snapshot);
        return host.createV8Runtime(restoring);
    }

    /** An isolate without the bootstrap, for a program of the host's. */
    public CompilerIsolate createCompilerIsolate() throws JavetException {
        // From no snapshot: all isolates of a process that start from one have to start from the same.
        return new CompilerIsolate(host.createV8Runtime(new V8RuntimeOptions()));
    }

    public String description() {
        return "V8 " + version;
    }
}
