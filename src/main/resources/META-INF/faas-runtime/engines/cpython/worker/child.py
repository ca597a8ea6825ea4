"""The life of a child: gets its pipes, locks itself in, takes one job, ends."""

import io
import posix
import signal
import sys

import execution
import frames
import limits
import preload
import private
import results
import validation

JOB_FD = 0
MIB = 1 << 20

# Exit codes of a child that could not do its work at all.
NO_JOB = 70
NOT_LOCKED = 71

DIAGNOSTICS_LIMIT = 200


def live(template, pipes):
    """Called right after the fork; never returns. `pipes` are the ends for 0, 1, 2 and the result."""
    try:
        for target, pipe in enumerate(pipes):
            posix.dup2(pipe, target, False)
        signal.set_wakeup_fd(-1)
        _open_standard_streams()
        template.confinement.lock(template.pid)
        preload.withhold(template.missing)
        private.hide()
        posix.write(results.RESULT_FD, results.LOCKED)
    except BaseException as error:
        posix.write(2, f"child not locked in: {error!r}\n".encode())
        posix._exit(NOT_LOCKED)
    try:
        _work(template)
    finally:
        posix._exit(NO_JOB)


def _open_standard_streams():
    # Written through to the pipe at once: what was printed before a kill is kept.
    sys.stdin = sys.__stdin__ = _text(JOB_FD, "r", "<stdin>")
    sys.stdout = sys.__stdout__ = _text(1, "w", "<stdout>")
    sys.stderr = sys.__stderr__ = _text(2, "w", "<stderr>")


def _text(fd, mode, name):
    raw = io.FileIO(fd, mode, closefd=False)
    raw.name = name
    binary = io.BufferedReader(raw) if mode == "r" else raw
    stream = io.TextIOWrapper(binary, "utf-8", "backslashreplace", write_through=mode == "w")
    stream.mode = mode
    return stream


def _work(template):
    header = _read(frames.HEADER_BYTES)
    payload = memoryview(_read(int.from_bytes(header[:4], "big") - 1))
    names, required = {}, []
    for name, value in frames.slices(payload):
        if name == "requires":
            required.append(frames.decode_text(value))
        names.setdefault(name, value)
    text = frames.decode_text(names["code"])
    if header[4] == frames.VALIDATE:
        _validate(template, text, required, limits.of_validation(names))
        return
    input_text = frames.decode_text(names["input"]) if "input" in names else None
    allowed = limits.of_run(names)
    del payload, names
    pipe = results.ResultPipe(allowed.max_result_bytes)
    template.confinement.limit_run(allowed.memory_mb * MIB, allowed.cpu_seconds)
    execution.run(text, input_text, pipe)


def _validate(template, text, required, allowed):
    template.confinement.limit_run(allowed.memory_mb * MIB, allowed.cpu_seconds)
    pipe = results.ResultPipe(0)
    found = validation.diagnostics(text, required)[:DIAGNOSTICS_LIMIT]
    pipe.finish(("diagnostic", "{}:{}:{}:{}:{}:{}".format(*diagnostic)) for diagnostic in found)
    posix._exit(0)


def _read(count):
    data = bytearray(count)
    view = memoryview(data)
    while view:
        got = posix.readv(JOB_FD, [view])
        if not got:
            posix._exit(NO_JOB)
        view = view[got:]
    return data
