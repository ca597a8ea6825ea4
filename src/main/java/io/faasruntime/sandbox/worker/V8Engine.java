package io.faasruntime.sandbox.worker;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.interop.options.RuntimeOptions;
import com.caoccao.javet.interop.options.V8Flags;
import com.caoccao.javet.interop.options.V8RuntimeOptions;
import java.io.IOException;

/** V8 in this process: its flags are set once, its isolates all start from one snapshot of the bootstrap. */
final class V8Engine {

    /** Below the 1 MB that the main thread's stack has at least, with room for native code. */
    private static final int STACK_KILOBYTES = 800;

    private final V8Host host;
    private final byte[] snapshot;
    private final String version;

    private V8Engine(V8Host host, byte[] snapshot, String version) {
        this.host = host;
        this.snapshot = snapshot;
        this.version = version;
    }

    static V8Engine start(int memoryMegabytes) throws JavetException, IOException {
        V8Flags flags = V8RuntimeOptions.V8_FLAGS;
        flags.setUseStrict(false);
        flags.setMaxHeapSize(memoryMegabytes);
        flags.setCustomFlags("--stack-size=" + STACK_KILOBYTES);
        V8Host host = V8Host.getV8Instance();
        RuntimeOptions<?> creating = new V8RuntimeOptions().setCreateSnapshotEnabled(true);
        try (V8Runtime runtime = host.createV8Runtime(creating)) {
            runtime.getExecutor(BootstrapScript.load())
                    .setResourceName(BootstrapScript.RESOURCE_NAME)
                    .executeVoid();
            return new V8Engine(host, runtime.createSnapshot(), runtime.getVersion());
        }
    }

    /** A fresh isolate that shares nothing with any other. */
    Isolate createIsolate() throws JavetException {
        RuntimeOptions<?> restoring = new V8RuntimeOptions().setSnapshotBlob(snapshot);
        V8Runtime runtime = host.createV8Runtime(restoring);
        return new Isolate(runtime);
    }

    String description() {
        return "V8 " + version;
    }
}
