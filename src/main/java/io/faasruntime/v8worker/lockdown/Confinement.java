package io.faasruntime.v8worker.lockdown;

import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the process gives up before it serves strangers: files, sockets, other processes, the super-user, and memory
 * beyond its limit. Everything it still needs is open and loaded by then. Each step that the system refuses is left out
 * of the answer; nothing is claimed that was not achieved.
 */
public final class Confinement {

    private static final int NOBODY = 65_534;
    private static final int MAX_OPEN_FILES = 64;
    private static final long MEGABYTE = 1L << 20;

    /**
     * For what V8 needs beside its heap: the young generation's second half, compilers, unwinding after the heap limit.
     * Data outside the heap (array buffers) may use it too.
     */
    private static final long SLACK_MEGABYTES = 96;

    /** For the TypeScript compiler, which is loaded when it is needed. */
    private static final long COMPILER_MEGABYTES = 96;

    private final List<String> achieved = new ArrayList<>();

    private Confinement() {}

    /** @return what was achieved, comma-separated */
    public static String enter(int memoryMegabytes) throws IOException {
        if (!Platform.isLinux()) {
            return "";
        }
        Confinement confinement = new Confinement();
        confinement.leaveSuperUser();
        confinement.limitResources(memoryMegabytes);
        confinement.filterSystemCalls();
        return String.join(",", confinement.achieved);
    }

    private void leaveSuperUser() {
        if (LibC.getuid() != 0) {
            return;
        }
        boolean left = LibC.setgroups(0, Pointer.NULL) == 0
                && LibC.setresgid(NOBODY, NOBODY, NOBODY) == 0
                && LibC.setresuid(NOBODY, NOBODY, NOBODY) == 0;
        record("unprivileged-user", left);
    }

    private void limitResources(int memoryMegabytes) throws IOException {
        boolean limited = LibC.limit(LibC.RLIMIT_CORE, 0)
                & LibC.limit(LibC.RLIMIT_FSIZE, 0)
                & LibC.limit(LibC.RLIMIT_NOFILE, MAX_OPEN_FILES);
        record("rlimits", limited);
        long ceiling = dataBytes() + (memoryMegabytes + SLACK_MEGABYTES + COMPILER_MEGABYTES) * MEGABYTE;
        record("memory-ceiling", LibC.limit(LibC.RLIMIT_DATA, ceiling));
    }

    private void filterSystemCalls() {
        boolean noNewPrivileges = LibC.prctl(LibC.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
        record("no-new-privs", noNewPrivileges);
        record("seccomp", noNewPrivileges && Platform.isIntel() && Platform.is64Bit() && SystemCallFilter.install());
    }

    private void record(String step, boolean done) {
        if (done) {
            achieved.add(step);
        }
    }

    /** Private writable memory of the process, as RLIMIT_DATA counts it. */
    private static long dataBytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmData:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
            }
        }
        throw new IOException("no VmData in /proc/self/status");
    }
}
