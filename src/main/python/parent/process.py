"""A child as its parent holds it."""

import os
import select
import signal

from child import life
from protocol.records import LOCKED

_LOCK_SECONDS = 10


def require_kernel():
    """Fails where a child's end cannot be waited for together with its output."""
    try:
        os.close(os.pidfd_open(os.getpid()))
    except OSError as error:
        raise OSError(error.errno, "pidfd_open (Linux 5.3) is not available") from None


class Process:
    """A forked, locked-in process waiting for its job; the parent's ends of its pipes, none of which blocks."""

    def __init__(self, template):
        pipes = [os.pipe2(os.O_CLOEXEC) for _ in range(4)]
        (job_read, self.job), (self.out, out_write), (self.err, err_write), (self.result, result_write) = pipes
        theirs = (job_read, out_write, err_write, result_write)
        try:
            self.pid = os.fork()
        except OSError:
            for ends in pipes:
                _close(ends)
            raise
        if self.pid == 0:
            life.live(template, theirs)
        _close(theirs)
        self.exit = os.pidfd_open(self.pid)
        self._status = None
        for fd in (self.job, self.out, self.err, self.result):
            os.set_blocking(fd, False)  # this end only

    def await_locked(self):
        """Whether it is locked in and alive; what it said instead goes to the log."""
        select.select([self.result, self.exit], [], [], _LOCK_SECONDS)
        try:
            if os.read(self.result, 1) == LOCKED and not select.select([self.exit], [], [], 0)[0]:
                return True
            os.write(2, os.read(self.err, 4096))
        except BlockingIOError:
            pass
        return False

    def close_job(self):
        if self.job is not None:
            _close((self.job,))
            self.job = None

    def kill(self):
        if self._status is None:
            os.kill(self.pid, signal.SIGKILL)  # not reaped yet, so the number is still its own

    def end(self):
        """Kills it if it lives, and reaps it; its exit status, negative for a signal."""
        if self._status is None:
            self.kill()
            self._status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self._status

    def close(self):
        self.end()
        self.close_job()
        _close((self.out, self.err, self.result, self.exit))


def _close(fds):
    for fd in fds:
        os.close(fd)
