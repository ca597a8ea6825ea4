"""Standard input that the request brings: a pipe on file descriptor 0, as if somebody typed into it."""

import _thread
import collections
import functools
import operator
import os
import signal

_INPUT_FD = 0


def feed(text):
    """Makes `text` what is read from file descriptor 0."""
    rest = memoryview(text.encode("utf-8", "surrogatepass"))
    read_end, write_end = os.pipe()
    os.dup2(read_end, _INPUT_FD, False)
    os.close(read_end)
    os.set_blocking(write_end, False)
    rest = rest[os.write(write_end, rest):]
    os.set_blocking(write_end, True)
    if rest:
        _feed_later(write_end, rest)
    else:
        os.close(write_end)


def _feed_later(write_end, rest):
    """More than a pipe holds: a thread made of C functions only writes it, and closes the pipe.

    There is no frame in it that the code could find, and no signal of the code that could cut the writing short.
    """
    steps = (functools.partial(os.write, write_end, rest), functools.partial(os.close, write_end))
    before = signal.pthread_sigmask(signal.SIG_SETMASK, signal.valid_signals())
    try:
        _thread.start_new_thread(collections.deque, (map(operator.call, steps), 0))
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
