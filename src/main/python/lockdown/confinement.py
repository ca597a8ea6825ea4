"""What keeps a snippet in: the process itself is the sandbox, the kernel holds it.

Two halves. `Confinement.of_worker` is done once by the parent, after everything is loaded, and inherited by every
child: no privileges, a root folder without files, a network without interfaces. `Confinement.lock` is done by each
child before it sees the code: resource limits and the system call filter. Steps that a system does not permit are left
out and not reported as achieved; only the limits and the filter are indispensable.
"""

import ctypes
import fcntl
import os
import resource
import signal
import socket
import tempfile
import threading

from lockdown.seccomp import Filter
from lockdown.syscalls import MACHINES

MIB = 1 << 20

# Beyond the memory limit, so that a run that used all of it can still be reported.
RESERVE_BYTES = 16 * MIB
MAX_OPEN_FILES = 64
MAX_THREADS = 64
THREAD_STACK_BYTES = 1 * MIB

_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
_PR_SET_NO_NEW_PRIVS = 38
_CLONE_NEWUTS = 0x04000000
_CLONE_NEWIPC = 0x08000000
_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_LINUX_CAPABILITY_VERSION_3 = 0x20080522
_M_ARENA_MAX = -8
_NOBODY = 65534
_PROC_FD = 102
# Who owns the deadline must get the processor before those it is for.
_NICENESS = 5
_HOST_NAME = b"sandbox"
# User ids that no system hands out, one for each worker: limits count and signals reach per user.
_FIRST_WORKER_UID = 1_500_000_000


class LockdownFailed(Exception):
    """Something indispensable is missing on this system."""


class Confinement:
    """The confinement of one worker and of its children."""

    def __init__(self, allow_unconfined):
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._libc.prctl.argtypes = [ctypes.c_int] + [ctypes.c_ulong] * 4
        self._filter = self._usable_filter(allow_unconfined)
        self._proc = _open_proc()
        self._page = resource.getpagesize()
        self._base = 0
        self._own_user = False
        self.achieved = ["rlimits"]
        if self._filter is not None:
            self.achieved.append("seccomp")

    def of_worker(self):
        """Gives up what the parent itself does not need. Irreversible."""
        self._libc.mallopt(_M_ARENA_MAX, 1)  # an arena per thread would reserve 64 MB of address space each
        network = self._unshare(0)
        root = self._enter_empty_root()
        if self._libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0:
            self.achieved.append("no-new-privs")
        if self._drop_user():
            self.achieved.append("unprivileged-user")
        if not network and self._unshare(_CLONE_NEWUSER):  # brings the privileges for the other two
            network = True
            root = root or self._enter_empty_root()
        if root:
            self.achieved.append("private-fs")
        if network:
            self.achieved.append("private-network")
        threading.stack_size(THREAD_STACK_BYTES)
        self._drop_capabilities()
        for kind in (resource.RLIMIT_CORE, resource.RLIMIT_MEMLOCK, resource.RLIMIT_MSGQUEUE):
            _limit(kind, 0)
        if self._own_user:
            _limit(resource.RLIMIT_NPROC, MAX_THREADS + 2)
        self._libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)

    def lock(self, parent):
        """Locks the calling child, whose parent has this id."""
        self._libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)  # it died before the line above
        os.nice(_NICENESS)
        _limit(resource.RLIMIT_FSIZE, 0)
        _limit(resource.RLIMIT_NOFILE, MAX_OPEN_FILES)
        self._base = self._address_space()
        os.closerange(4, MAX_OPEN_FILES * 1024)
        if self._filter is not None:
            self._filter.install(os.getpid())

    def limit_run(self, memory_bytes, cpu_seconds):
        """The limits that the request brings; possible after the lock, as limits can always be lowered."""
        soft = self._base + memory_bytes
        _limit(resource.RLIMIT_AS, soft, soft + RESERVE_BYTES)
        _limit(resource.RLIMIT_CPU, cpu_seconds, cpu_seconds + 1)

    def _address_space(self):
        statm = os.open("self/statm", os.O_RDONLY, dir_fd=self._proc)
        return int(os.read(statm, 200).split()[0]) * self._page

    def _usable_filter(self, allow_unconfined):
        """The filter, tried on a process of its own; None when it cannot be had and need not be."""
        machine = os.uname().machine
        if machine not in MACHINES:
            reason = f"there is no system call filter for {machine}"
        else:
            candidate = Filter(MACHINES[machine], self._libc)
            if _holds(candidate):
                return candidate
            reason = "the kernel accepts no system call filter"
        if not allow_unconfined:
            raise LockdownFailed(reason)
        return None

    def _unshare(self, more):
        if self._libc.unshare(_CLONE_NEWNET | _CLONE_NEWIPC | _CLONE_NEWUTS | more) != 0:
            return False
        self._libc.sethostname(_HOST_NAME, len(_HOST_NAME))
        return True

    def _enter_empty_root(self):
        """A folder that is removed the moment it is entered: nothing is in it and nothing can ever be."""
        try:
            folder = tempfile.mkdtemp(prefix="faas-runtime-")
            os.chdir(folder)
            os.rmdir(folder)
            os.chroot(".")
            return True
        except OSError:
            os.chdir("/")
            return False

    def _drop_user(self):
        if os.geteuid() != 0:
            return True
        for uid in (_FIRST_WORKER_UID + os.getpid(), _NOBODY):
            try:
                os.setgroups([])
                os.setresgid(uid, uid, uid)
                os.setresuid(uid, uid, uid)
                self._own_user = uid != _NOBODY
                return True
            except OSError:
                continue
        return False

    def _drop_capabilities(self):
        header = (ctypes.c_uint32 * 2)(_LINUX_CAPABILITY_VERSION_3, 0)
        self._libc.capset(header, (ctypes.c_uint32 * 6)())


def _open_proc():
    """Children tell from it how much address space they start with; kept open because the root folder goes."""
    opened = os.open("/proc", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        return fcntl.fcntl(opened, fcntl.F_DUPFD_CLOEXEC, _PROC_FD)  # out of the way of a child's own pipes
    finally:
        os.close(opened)


def _holds(candidate):
    """Whether a process that installs the filter can print, and can neither open a file nor a socket."""
    pid = os.fork()
    if pid:
        return os.waitpid(pid, 0)[1] == 0
    try:
        candidate.install(os.getpid())
        refused = 0
        for attempt in (lambda: os.open("/", os.O_RDONLY), lambda: socket.socket(), os.fork):
            try:
                attempt()
            except PermissionError:
                refused += 1
        os.getpid()
        os._exit(0 if refused == 3 else 1)
    finally:
        os._exit(1)


def _limit(kind, soft, hard=None):
    """Lowers a limit; one that is lower already stays."""
    present = resource.getrlimit(kind)[1]
    hard = soft if hard is None else hard
    if present != resource.RLIM_INFINITY:
        hard = min(hard, present)
    resource.setrlimit(kind, (min(soft, hard), hard))
