"""`sys.stdin`, `sys.stdout` and `sys.stderr` as children have them.

Made once, by the parent, on the file descriptors that will be pipes in every child: making them takes time. What is
written goes through to the pipe at once, so that it is kept whatever kills the child.
"""

import io
import os
import sys


def open_for_children():
    saved = [os.dup(fd) for fd in range(3)]
    pipe = os.pipe()
    try:
        # The streams ask what they are on: like a child's, a pipe.
        for fd, end in enumerate((pipe[0], pipe[1], pipe[1])):
            os.dup2(end, fd)
        sys.stdin = sys.__stdin__ = _text(0, "r", "<stdin>", "strict")
        sys.stdout = sys.__stdout__ = _text(1, "w", "<stdout>", "backslashreplace")
        sys.stderr = sys.__stderr__ = _text(2, "w", "<stderr>", "backslashreplace")
    finally:
        for fd, original in enumerate(saved):
            os.dup2(original, fd)
            os.close(original)
        os.close(pipe[0])
        os.close(pipe[1])


def _text(fd, mode, name, errors):
    raw = io.FileIO(fd, mode, closefd=False)
    raw.name = name
    stream = io.TextIOWrapper(
        io.BufferedReader(raw) if mode == "r" else raw, "utf-8", errors, write_through=mode == "w"
    )
    stream.mode = mode
    return stream
