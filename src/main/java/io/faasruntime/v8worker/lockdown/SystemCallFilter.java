package io.faasruntime.v8worker.lockdown;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;

/**
 * A seccomp filter for a JVM that is up: what threads, memory, time and open pipes need is allowed; everything else
 * (files, sockets, processes, signals to others) fails with EPERM. Linux on x86-64.
 */
final class SystemCallFilter {

    private static final int SYS_SECCOMP = 317;
    private static final int SET_MODE_FILTER = 1;
    private static final int ALL_THREADS = 1;

    private static final int ARCH_X86_64 = 0xC000003E;
    private static final int ALLOW = 0x7FFF0000;
    private static final int EPERM = 0x00050000 | 1;
    /** Tells the C library that a call does not exist, so that it falls back to the older one. */
    private static final int ENOSYS = 0x00050000 | 38;

    private static final int NUMBER = 0;
    private static final int ARCHITECTURE = 4;
    private static final int FIRST_ARGUMENT = 16;
    private static final int THIRD_ARGUMENT = 32;

    private static final short LOAD = 0x20;
    private static final short JUMP_IF_EQUAL = 0x15;
    private static final short JUMP_IF_ANY_BIT = 0x45;
    private static final short RETURN = 0x06;

    private static final int CLONE = 56;
    private static final int CLONE_THREAD = 0x00010000;
    private static final int CLONE3 = 435;
    private static final int TGKILL = 234;
    private static final int PRLIMIT64 = 302;
    private static final int PRCTL = 157;
    private static final int PR_SET_NAME = 15;

    private static final int[] ALLOWED = {
        0, // read
        1, // write
        3, // close
        5, // fstat
        8, // lseek
        9, // mmap
        10, // mprotect
        11, // munmap
        12, // brk
        13, // rt_sigaction
        14, // rt_sigprocmask
        15, // rt_sigreturn
        17, // pread64
        20, // writev
        24, // sched_yield
        25, // mremap
        27, // mincore
        28, // madvise
        35, // nanosleep
        39, // getpid
        60, // exit
        96, // gettimeofday
        98, // getrusage
        99, // sysinfo
        100, // times
        102, // getuid
        131, // sigaltstack
        143, // sched_getparam
        145, // sched_getscheduler
        186, // gettid
        201, // time
        202, // futex
        204, // sched_getaffinity
        219, // restart_syscall
        228, // clock_gettime
        229, // clock_getres
        230, // clock_nanosleep
        231, // exit_group
        273, // set_robust_list
        309, // getcpu
        318, // getrandom
        324, // membarrier
        329, // pkey_mprotect
        334, // rseq
    };

    private final List<Instruction> program = new ArrayList<>();

    private SystemCallFilter() {
        load(ARCHITECTURE);
        add(JUMP_IF_EQUAL, 1, 0, ARCH_X86_64);
        add(RETURN, 0, 0, EPERM);
        load(NUMBER);
        for (int call : ALLOWED) {
            add(JUMP_IF_EQUAL, 0, 1, call);
            add(RETURN, 0, 0, ALLOW);
        }
        allowWhenFirstArgument(CLONE, JUMP_IF_ANY_BIT, CLONE_THREAD);
        allowWhenFirstArgument(
                TGKILL, JUMP_IF_EQUAL, (int) ProcessHandle.current().pid());
        allowWhenFirstArgument(PRCTL, JUMP_IF_EQUAL, PR_SET_NAME);
        allowReadingLimits();
        add(JUMP_IF_EQUAL, 0, 1, CLONE3);
        add(RETURN, 0, 0, ENOSYS);
        add(RETURN, 0, 0, EPERM);
    }

    /** Puts every thread of the process under the filter, for good. False when the system does not offer it. */
    static boolean install() {
        List<Instruction> program = new SystemCallFilter().program;
        try (Memory instructions = new Memory((long) program.size() * Instruction.BYTES);
                Memory header = new Memory(2L * Native.POINTER_SIZE)) {
            for (int i = 0; i < program.size(); i++) {
                program.get(i).writeTo(instructions, (long) i * Instruction.BYTES);
            }
            header.setShort(0, (short) program.size());
            header.setPointer(Native.POINTER_SIZE, instructions);
            return LibC.syscall(SYS_SECCOMP, SET_MODE_FILTER, ALL_THREADS, header) == 0;
        }
    }

    private void allowWhenFirstArgument(int call, short test, int operand) {
        add(JUMP_IF_EQUAL, 0, 4, call);
        load(FIRST_ARGUMENT);
        add(test, 0, 1, operand);
        add(RETURN, 0, 0, ALLOW);
        add(RETURN, 0, 0, EPERM);
    }

    /** prlimit64 without new limits: the C library asks for the size of stacks. */
    private void allowReadingLimits() {
        add(JUMP_IF_EQUAL, 0, 6, PRLIMIT64);
        load(THIRD_ARGUMENT);
        add(JUMP_IF_EQUAL, 0, 3, 0);
        load(THIRD_ARGUMENT + 4);
        add(JUMP_IF_EQUAL, 0, 1, 0);
        add(RETURN, 0, 0, ALLOW);
        add(RETURN, 0, 0, EPERM);
    }

    private void load(int offset) {
        add(LOAD, 0, 0, offset);
    }

    private void add(short code, int ifTrue, int ifFalse, int operand) {
        program.add(new Instruction(code, (byte) ifTrue, (byte) ifFalse, operand));
    }

    /** One instruction of the classic Berkeley packet filter. */
    private record Instruction(short code, byte ifTrue, byte ifFalse, int operand) {

        static final int BYTES = 8;

        void writeTo(Pointer memory, long offset) {
            memory.setShort(offset, code);
            memory.setByte(offset + 2, ifTrue);
            memory.setByte(offset + 3, ifFalse);
            memory.setInt(offset + 4, operand);
        }
    }
}
