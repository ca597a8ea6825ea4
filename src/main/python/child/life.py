"""The life of a child: gets its pipes, locks itself in, takes one job, ends."""

import posix

from child import execution, results, validation
from protocol import frames, limits
from protocol.records import LOCKED, NO_RESULT, NOT_LOCKED

JOB_FD = 0
MIB = 1 << 20

# Taken before any snippet can replace it.
_exit_process = posix._exit

DIAGNOSTICS_LIMIT = 200


def live(template, pipes):
    """Called right after the fork; never returns. `pipes` are the ends for 0, 1, 2 and the result."""
    try:
        for target, pipe in enumerate(pipes):
            posix.dup2(pipe, target, False)
        template.confinement.lock(template.pid)
        posix.write(results.RESULT_FD, LOCKED)
    except BaseException as error:
        posix.write(2, f"child not locked in: {error!r}\n".encode())
        _exit_process(NOT_LOCKED)
    try:
        _work(template)
    finally:
        _exit_process(NO_RESULT)


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
    given = execution.Given(*(frames.decode_text(names[name]) if name in names else None for name in ("input", "stdin")))
    allowed = limits.of_run(names)
    del payload, names
    pipe = results.ResultPipe(allowed.max_result_bytes)
    template.confinement.limit_run(allowed.memory_mb * MIB, allowed.cpu_seconds)
    execution.run(text, given, pipe)


def _validate(template, text, required, allowed):
    template.confinement.limit_run(allowed.memory_mb * MIB, allowed.cpu_seconds)
    pipe = results.ResultPipe(0)
    found = validation.diagnostics(text, required)[:DIAGNOSTICS_LIMIT]
    pipe.end(("diagnostic", "{}:{}:{}:{}:{}:{}".format(*diagnostic)) for diagnostic in found)
    _exit_process(0)


def _read(count):
    data = bytearray(count)
    view = memoryview(data)
    while view:
        got = posix.readv(JOB_FD, [view])
        if not got:
            _exit_process(NO_RESULT)
        view = view[got:]
    return data
