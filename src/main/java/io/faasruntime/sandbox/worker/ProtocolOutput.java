package io.faasruntime.sandbox.worker;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;

/** The pipe to the server, taken away from everybody else in the process. */
final class ProtocolOutput {

    private ProtocolOutput() {}

    /** Call once, before any engine is loaded: from then on, what is printed to stdout goes to stderr. */
    static OutputStream take() {
        OutputStream pipe = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        return pipe;
    }
}
