package io.faasruntime.v8worker.lockdown;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

/** The C library's functions that Java has no words for. Each returns -1 when it fails. */
public final class LibC {

    static final int RLIMIT_FSIZE = 1;
    static final int RLIMIT_DATA = 2;
    static final int RLIMIT_CORE = 4;
    static final int RLIMIT_NOFILE = 7;

    static final int PR_SET_NO_NEW_PRIVS = 38;

    static {
        Native.register(LibC.class, "c");
    }

    private LibC() {}

    static native int getuid();

    static native int setgroups(long count, Pointer groups);

    static native int setresgid(int real, int effective, int saved);

    static native int setresuid(int real, int effective, int saved);

    static native int setrlimit(int resource, Pointer limit);

    static native int prctl(int option, long first, long second, long third, long fourth);

    /** Declared for seccomp only: number, operation, flags, filter program. */
    static native long syscall(long number, long operation, long flags, Pointer program);

    public static native int dup2(int from, int to);

    /** Both the soft and the hard limit, so that it cannot be raised again. */
    static boolean limit(int resource, long value) {
        try (Memory limit = new Memory(2L * Long.BYTES)) {
            limit.setLong(0, value);
            limit.setLong(Long.BYTES, value);
            return setrlimit(resource, limit) == 0;
        }
    }
}
