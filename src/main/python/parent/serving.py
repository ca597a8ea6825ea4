"""The parent: answers the server's requests, one at a time, each with a child of its own.

It trusts nothing a child says or does: it owns the deadline, the caps and SIGKILL, and reads the child's claim as
hostile input. It keeps one child forked ahead, so that a run does not wait for a fork.
"""

import collections
import signal
import time

from parent import relay
from parent.channel import ServerGone
from parent.claim import Claim
from parent.process import Process
from protocol import frames, limits
from protocol.records import NO_RESULT

_OUTPUT_BUFFER_BYTES = 64 * 1024

# What the server has words for, a limit, is a status and no more.
Verdict = collections.namedtuple("Verdict", "status exit_code error_type error_message", defaults=(None, None, None))

_EXIT_AFTER_SIGNAL = 128


class WorkerBroken(Exception):
    """This worker can run nothing any more; the server had better start another."""


class Parent:
    """Serves until the server is gone."""

    def __init__(self, template, channel):
        self._template = template
        self._channel = channel
        self._claim = Claim()
        self._output = frames.Region(_OUTPUT_BUFFER_BYTES)
        self._ahead = None

    def greet(self, fields):
        """Says HELLO, once a child has shown that it can be locked in."""
        self._taken().close()
        self._ahead = Process(self._template)
        payload = b"".join(frames.encode_field(name, value) for name, value in fields)
        self._channel.write(frames.header(frames.HELLO, len(payload)), payload)

    def serve(self):
        try:
            while True:
                self._answer(self._channel.read_request())
                # Nothing of this request may be in the memory that the next child starts from.
                for holder in (self._channel, self._claim, self._output):
                    holder.forget()
                self._ahead = Process(self._template)
        except ServerGone:
            pass
        finally:
            if self._ahead is not None:
                self._ahead.end()

    def _answer(self, frame):
        started = time.monotonic()
        request_type = frame[frames.HEADER_BYTES - 1]
        fields = {}
        for name, value in frames.slices(frame[frames.HEADER_BYTES:]):
            fields.setdefault(name, value)
        allowed = _limits(request_type, fields)
        self._claim.expect(request_type, allowed.max_result_bytes)
        process = self._taken()
        self._channel.write(frames.header(frames.BEGUN, 0))
        try:
            deadline = started + allowed.timeout_ms / 1000
            ended_by = relay.Relay(
                process, frame, allowed, deadline, self._channel, self._output.view, self._claim
            ).carry()
            exit_status = process.end() if ended_by is None else None
            answer = self._run_answer if request_type == frames.RUN else self._validation_answer
            self._done(answer(ended_by, exit_status, allowed), started)
        finally:
            process.close()

    def _taken(self):
        """The child forked ahead, or a new one should it have died while it waited."""
        for process in (self._ahead, None):
            self._ahead = None
            process = process or Process(self._template)
            if process.await_locked():
                return process
            process.close()
        raise WorkerBroken("children do not get as far as to be locked in")

    def _done(self, answer, started):
        """`answer` yields (name, value); a value is text, a number, or a view that is passed on as it is."""
        parts = [b""]
        duration_us = int((time.monotonic() - started) * 1e6)
        for name, value in (*answer, ("duration_us", duration_us)):
            if isinstance(value, memoryview):
                parts[-1] += frames.field_head(name, len(value))
                parts += (value, b"")
            else:
                parts[-1] += frames.encode_field(name, value)
        parts[0] = frames.header(frames.DONE, sum(map(len, parts))) + parts[0]
        self._channel.write(*parts)

    def _run_answer(self, ended_by, exit_status, _allowed):
        claimed, invalid = self._claimed()
        verdict = _verdict(ended_by, exit_status, claimed is not None, invalid)
        own_return_val = self._claim.own_return_val
        if verdict is None:
            own_return_val = own_return_val or "own_return_val" in claimed
            yield from ((name, value) for name, value in claimed.items() if name != "own_return_val")
        else:
            yield "status", verdict.status
            if verdict.exit_code is not None:
                yield "exit_code", verdict.exit_code
            if verdict.error_type:
                yield "error_type", verdict.error_type
                yield "error_message", verdict.error_message
        if own_return_val:
            yield "own_return_val", "true"
        if self._claim.value is not None:
            yield "ret_val", self._claim.value

    def _validation_answer(self, ended_by, exit_status, allowed):
        claimed, invalid = self._claimed()
        verdict = _verdict(ended_by, exit_status, claimed is not None, invalid)
        if verdict is None:
            return [("diagnostic", diagnostic) for diagnostic in claimed]
        reason = f"after {allowed.timeout_ms} ms" if ended_by == relay.TIMEOUT else "at this code"
        return [("diagnostic", f"1:1:1:1:error:the parser gave up {reason}")]

    def _claimed(self):
        try:
            return self._claim.fields(), None
        except ValueError as error:
            return None, str(error)


def _limits(request_type, fields):
    if "code" not in fields:
        raise frames.MalformedFrame("field code is missing")
    if request_type == frames.RUN:
        return limits.of_run(fields)
    if request_type == frames.VALIDATE:
        return limits.of_validation(fields)
    raise frames.MalformedFrame(f"frame type {request_type} is no request")


def _verdict(ended_by, exit_status, has_claim, invalid):
    """What the parent knows better than the child; None when the child's claim stands."""
    if ended_by == relay.TIMEOUT:
        return Verdict("timeout")
    if ended_by == relay.OUTPUT_LIMIT:
        return Verdict("output_limit")
    if exit_status == -signal.SIGXCPU:
        return Verdict("timeout")
    if exit_status == -signal.SIGKILL:  # not ours, and a child cannot send it: the system ran out of memory
        return Verdict("memory_limit")
    if exit_status < 0:
        name = signal.Signals(-exit_status).name
        return Verdict("error", _EXIT_AFTER_SIGNAL - exit_status, "Crash", f"the interpreter was ended by {name}")
    if invalid is not None:
        return Verdict("error", 1, "InvalidResult", f"the run ended without a valid result: {invalid}")
    if has_claim:
        if exit_status == 0:
            return None
        return Verdict("error", 1, "InvalidResult", "the run ended without a valid result: it failed after its end")
    if exit_status == 0:
        return Verdict("success", 0)
    if exit_status == NO_RESULT:
        return Verdict("error", 1, "InvalidResult", "the run ended without a valid result: its interpreter is broken")
    return Verdict("error", exit_status, "SystemExit", str(exit_status))
