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

/** V8 in this process: its flags are set once, its isolates all start from one snapshot of the bootstrap. */
public final class IsolateFactory {

    /** Far below what the main thread's stack has, with room for native code. */
    private static final int STACK_KILOBYTES = 800;

    private final V8Host host;
    private final byte[] snapshot;
    private final String version;

    private IsolateFactory(V8Host host, byte[] snapshot, String version) {
        this.host = host;
        this.snapshot = snapshot;
        this.version = version;
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
            return new IsolateFactory(host, runtime.createSnapshot(), runtime.getVersion());
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
        RuntimeOptions<?> restoring = new V8RuntimeOptions().setSnapshotBlob(snapshot);
        V8Runtime runtime = host.createV8Runtime(restoring);
        return new Isolate(runtime);
    }

    public String description() {
        return "V8 " + version;
    }
}
