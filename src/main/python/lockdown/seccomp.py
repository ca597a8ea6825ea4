"""The system call filter: an allow-list, as classic BPF.

Everything not named is refused with EACCES, so that Python raises a PermissionError; numbers newer than the list are
refused with ENOSYS, so that a C library falls back to the call it used before. Arguments are checked where the number
alone would allow too much. A foreign instruction set kills the process: its numbers mean other calls.
"""

import ctypes
import errno

ALLOW = 0x7FFF0000
KILL = 0x80000000
ERRNO = 0x00050000

DENY = ERRNO | errno.EACCES
UNKNOWN = ERRNO | errno.ENOSYS

_NUMBER = 0
_ARCHITECTURE = 4
_LOAD = 0x20  # BPF_LD | BPF_W | BPF_ABS
_AND = 0x54  # BPF_ALU | BPF_AND | BPF_K
_EQUAL = 0x15  # BPF_JMP | BPF_JEQ | BPF_K
_AT_LEAST = 0x35  # BPF_JMP | BPF_JGE | BPF_K
_RETURN = 0x06

_X32_BIT = 0x40000000
_FIRST_UNKNOWN = 424  # pidfd_send_signal: from here on all machines share one table

_PROT_EXEC = 4
_MAP_HUGETLB = 0x40000
_CLONE_THREAD_FLAGS = 0x00010900  # CLONE_THREAD | CLONE_SIGHAND | CLONE_VM
_CLONE_NAMESPACES = 0x7E020080  # every CLONE_NEW*
_AF_UNIX = 1
_AT_EMPTY_PATH = 0x1000
_O_ASYNC = 0x2000
_PR_SET_NAME = 15
_SIGKILL = 9

_PR_SET_NO_NEW_PRIVS = 38
_PR_SET_SECCOMP = 22
_SECCOMP_MODE_FILTER = 2

# The most frequent first: older kernels walk the list on every call.
_ALWAYS = (
    "read write futex munmap brk mremap madvise clock_gettime clock_nanosleep epoll_wait epoll_pwait epoll_ctl poll "
    "ppoll select pselect6 close lseek fstat readv writev pread64 rt_sigaction rt_sigprocmask rt_sigreturn "
    "rt_sigpending rt_sigtimedwait rt_sigsuspend sigaltstack sched_yield dup dup2 dup3 pipe pipe2 pause nanosleep "
    "getitimer alarm setitimer getpid gettid getppid getpgrp getuid geteuid getgid getegid getresuid getresgid "
    "recvfrom shutdown getsockname getsockopt exit exit_group uname getcwd gettimeofday time times getrlimit "
    "getrusage sysinfo arch_prctl sched_getaffinity set_tid_address restart_syscall clock_getres set_robust_list "
    "eventfd2 epoll_create1 getrandom membarrier rseq close_range"
).split()

_FCNTL_COMMANDS = (0, 1, 2, 3, 1030, 1032)  # F_DUPFD F_GETFD F_SETFD F_GETFL F_DUPFD_CLOEXEC F_GETPIPE_SZ
_F_SETFL = 4
_IOCTL_REQUESTS = (0x5401, 0x541B, 0x5421, 0x5450, 0x5451)  # TCGETS FIONREAD FIONBIO FIONCLEX FIOCLEX


class _Instruction(ctypes.Structure):
    _fields_ = [("code", ctypes.c_ushort), ("jt", ctypes.c_ubyte), ("jf", ctypes.c_ubyte), ("k", ctypes.c_uint)]


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.POINTER(_Instruction))]


class Filter:
    """A filter for this machine. Built once; `install` works without taking memory."""

    def __init__(self, machine, libc):
        self._own_pid = []  # where the process's own id has to be put in
        instructions = self._assemble(machine)
        self._array = (_Instruction * len(instructions))(*(_Instruction(*i) for i in instructions))
        self._program = _Program(len(instructions), self._array)
        self._address = ctypes.addressof(self._program)
        self._prctl = libc.prctl
        self._prctl.restype = ctypes.c_int
        self._prctl.argtypes = [ctypes.c_int] + [ctypes.c_ulong] * 4

    def install(self, pid):
        """Locks the calling process, for good. `pid` is its own: signals to itself stay possible."""
        for position in self._own_pid:
            self._array[position].k = pid
        if self._prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
            raise OSError(ctypes.get_errno(), "no_new_privs is not available")
        if self._prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, self._address, 0, 0):
            raise OSError(ctypes.get_errno(), "seccomp filters are not available")

    def _assemble(self, machine):
        numbers = machine.numbers
        code = [
            (_LOAD, 0, 0, _ARCHITECTURE),
            (_EQUAL, 1, 0, machine.audit_arch),
            (_RETURN, 0, 0, KILL),
            (_LOAD, 0, 0, _NUMBER),
            (_AT_LEAST, 0, 1, _X32_BIT),
            (_RETURN, 0, 0, KILL),
        ]

        def when(name, *checks):
            """One call: its checks, then ALLOW. Each check is a list of instructions; a failed one jumps to the end."""
            if name not in numbers:
                return
            body = []
            for check in checks:
                body.extend(check)
            deny_at = len(body) + 1
            code.append((_EQUAL, 0, deny_at + 1, numbers[name]))
            start = len(code)
            for position, (operation, jt, jf, k) in enumerate(body):
                if operation in (_EQUAL, _AT_LEAST):
                    to_deny = deny_at - position - 1
                    jt = to_deny if jt == "deny" else jt
                    jf = to_deny if jf == "deny" else jf
                if k == "own pid":
                    self._own_pid.append(start + position)
                    k = 0
                code.append((operation, jt, jf, k))
            code.append((_RETURN, 0, 0, ALLOW))
            code.append((_RETURN, 0, 0, DENY))

        for name in _ALWAYS:
            if name in numbers:
                code.append((_EQUAL, 0, 1, numbers[name]))
                code.append((_RETURN, 0, 0, ALLOW))
        when("mmap", _clear(2, _PROT_EXEC), _clear(3, _MAP_HUGETLB))
        when("mprotect", _clear(2, _PROT_EXEC))
        when("clone", _all_set(0, _CLONE_THREAD_FLAGS), _clear(0, _CLONE_NAMESPACES))
        when("fcntl", _one_of_or_set_flags())
        when("ioctl", _one_of(1, _IOCTL_REQUESTS))
        when("socketpair", _equals(0, _AF_UNIX))
        when("sendto", _equals(4, 0), _equals(4, 0, high=True))
        when("prlimit64", _equals(0, 0))
        when("prctl", _equals(0, _PR_SET_NAME))
        # How newer C libraries do fstat. Native code could ask for the metadata of a path with it, if there is one.
        when("newfstatat", _all_set(3, _AT_EMPTY_PATH))
        when("kill", _equals(0, "own pid"), _differs(1, _SIGKILL))
        when("tgkill", _equals(0, "own pid"), _differs(2, _SIGKILL))
        code.append((_AT_LEAST, 0, 1, _FIRST_UNKNOWN))
        code.append((_RETURN, 0, 0, UNKNOWN))
        code.append((_RETURN, 0, 0, DENY))
        return code


def _argument(index, high=False):
    return (_LOAD, 0, 0, 16 + 8 * index + (4 if high else 0))


def _equals(index, value, high=False):
    return [_argument(index, high), (_EQUAL, 0, "deny", value)]


def _differs(index, value):
    return [_argument(index), (_EQUAL, "deny", 0, value)]


def _clear(index, bits):
    return [_argument(index), (_AND, 0, 0, bits), (_EQUAL, 0, "deny", 0)]


def _all_set(index, bits):
    return [_argument(index), (_AND, 0, 0, bits), (_EQUAL, 0, "deny", bits)]


def _one_of(index, values):
    last = len(values) - 1
    return [_argument(index)] + [
        (_EQUAL, last - position, "deny" if position == last else 0, value) for position, value in enumerate(values)
    ]


def _one_of_or_set_flags():
    """fcntl: harmless commands, and F_SETFL without O_ASYNC, which sends signals to whoever is named the owner."""
    after = 3  # the check of the flags
    commands = [
        (_EQUAL, len(_FCNTL_COMMANDS) - position + after, 0, value) for position, value in enumerate(_FCNTL_COMMANDS)
    ]
    return [_argument(1)] + commands + [(_EQUAL, 0, "deny", _F_SETFL)] + _clear(2, _O_ASYNC)
