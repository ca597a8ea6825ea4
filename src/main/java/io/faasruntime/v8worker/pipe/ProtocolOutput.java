package io.faasruntime.v8worker.pipe;

import com.sun.jna.Platform;
import io.faasruntime.v8worker.lockdown.LibC;
import java.io.FileDescriptor;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.OutputStream;

/** The pipe to the server, taken away from everybody else in the process. */
public final class ProtocolOutput {

    private static final int STDOUT = 1;
    private static final int STDERR = 2;

    private ProtocolOutput() {}

    /**
     * Call once, before any engine is loaded: from then on, what Java or native code prints to stdout goes to stderr. V8
     * prints there when it dies, and that must not look like a frame.
     */
    public static OutputStream take() {
        System.setOut(System.err);
        if (Platform.isLinux()) {
            try {
                OutputStream pipe = new FileOutputStream("/proc/self/fd/" + STDOUT);
                if (LibC.dup2(STDERR, STDOUT) == STDOUT) {
                    return pipe;
                }
            } catch (FileNotFoundException e) {
                // A socket cannot be opened again: then stdout stays what it is.
            }
        }
        return new FileOutputStream(FileDescriptor.out);
    }
}
