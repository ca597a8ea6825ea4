"""What a child claims about its run, read and checked by the parent as hostile input."""

import os
import re

from protocol import frames
from protocol.records import FINAL, HEADER_BYTES, MAX_FINAL_BYTES, OWN, VALUE

_STATUSES = ("success", "error", "syntax_error", "memory_limit")
_TEXTS = ("error_type", "error_message")
_NUMBERS = ("exit_code", "error_line", "error_column")
_READ_AT_ONCE = 256 * 1024
_MAX_DIAGNOSTICS = 1000
_DIAGNOSTIC = re.compile(r"(?:[0-9]{1,9}:){4}(?:error|warning):")
_DIAGNOSTIC_HEAD_BYTES = 2 * 50


class Claim:
    """Collects the records of one run at a time. What it holds stays in regions; only names and numbers are copied."""

    def __init__(self):
        # The value that counts, the one that is arriving, and the final record.
        self._regions = [frames.Region(64 * 1024), frames.Region(64 * 1024), frames.Region(MAX_FINAL_BYTES)]
        self.expect(frames.RUN, 0)

    def expect(self, request_type, max_result_bytes):
        self._for_run = request_type == frames.RUN
        self._max_value_bytes = 2 * max_result_bytes  # UTF-16 takes at most twice the bytes of UTF-8
        self._header = bytearray()
        self._kind = None
        self._target = None
        self._missing = 0
        self._value = None
        self._final = None
        self._own_return_val = False
        self._reason = None

    def read(self, fd):
        """Takes what the pipe has: True when there may be more, None when it is empty, False when it has ended."""
        budget = _READ_AT_ONCE
        while budget > 0:
            try:
                got = self._read_once(fd)
            except BlockingIOError:
                return None
            if got == 0:
                if self._header or self._kind is not None:
                    self._reject("it ends inside a record")
                return False
            budget -= got
        return True

    def fields(self):
        """The checked fields of the final record, None when there is none; ValueError for a claim that is not valid."""
        if self._reason is not None:
            raise ValueError(self._reason)
        if self._final is None:
            return None
        return self._checked_run() if self._for_run else self._checked_diagnostics()

    @property
    def value(self):
        """What `return_val` was given last, None when it was not called."""
        return self._value if self._reason is None else None

    @property
    def own_return_val(self):
        return self._own_return_val

    def forget(self):
        self._value = self._final = self._target = None
        for region in self._regions:
            region.forget()

    def _read_once(self, fd):
        if self._reason is not None:
            return os.readv(fd, [self._regions[2].view])  # the pipe is emptied, nothing of it is believed
        if self._kind is None:
            data = os.read(fd, HEADER_BYTES - len(self._header))
            self._header += data
            if len(self._header) == HEADER_BYTES:
                self._begin(self._header[0], int.from_bytes(self._header[1:], "big"))
            return len(data)
        got = os.readv(fd, [self._target[len(self._target) - self._missing:]])
        self._missing -= got
        if self._missing == 0:
            self._complete()
        return got

    def _begin(self, kind, length):
        self._header.clear()
        if self._final is not None:
            self._reject("a record follows the final one")
        elif kind == VALUE and self._for_run and length <= self._max_value_bytes and length % 2 == 0:
            self._receive(kind, self._regions[0], length)
        elif kind == FINAL and length <= MAX_FINAL_BYTES:
            self._receive(kind, self._regions[2], length)
        elif kind == OWN and self._for_run and length == 0:
            self._own_return_val = True
        else:
            self._reject("a record is malformed")

    def _receive(self, kind, region, length):
        self._kind = kind
        self._target = region.ensure(length)[:length]
        self._missing = length
        if length == 0:
            self._complete()

    def _complete(self):
        if self._kind == VALUE:
            self._value = self._target
            self._regions[0], self._regions[1] = self._regions[1], self._regions[0]
        else:
            self._final = self._target
        self._kind = self._target = None

    def _reject(self, reason):
        self._reason = reason
        self._kind = self._target = None

    def _checked_run(self):
        """name -> text, or number, or view for what is only passed on."""
        checked = {}
        for name, value in _parsed(self._final):
            if name in checked:
                raise ValueError(f"{name} is claimed twice")
            if name in ("status", "own_return_val"):
                checked[name] = _text(value[:64])
            elif name in _NUMBERS:
                checked[name] = _number(value, name)
            elif name in _TEXTS:
                checked[name] = value
            else:
                raise ValueError("a field has an unknown name")
        if checked.get("status") not in _STATUSES:
            raise ValueError("the status is none that code may claim")
        if checked.get("own_return_val", "true") != "true":
            raise ValueError("own_return_val is not true")
        if not _is_exit_code_of(checked["status"], checked.get("exit_code")):
            raise ValueError("the exit code does not go with the status")
        return checked

    def _checked_diagnostics(self):
        diagnostics = []
        for name, value in _parsed(self._final):
            if name != "diagnostic" or len(diagnostics) == _MAX_DIAGNOSTICS:
                raise ValueError("a field has an unknown name")
            if not _DIAGNOSTIC.match(_text(value[:_DIAGNOSTIC_HEAD_BYTES])):
                raise ValueError("a diagnostic is malformed")
            diagnostics.append(value)
        return diagnostics


def _is_exit_code_of(status, code):
    if status == "memory_limit":
        return code is None
    return code is not None and 0 <= code <= 255 and (status == "success") == (code == 0)


def _parsed(payload):
    try:
        yield from frames.slices(payload)
    except frames.MalformedFrame as error:
        raise ValueError(str(error)) from None


def _text(value):
    return bytes(value).decode("utf-16-be", "replace")


def _number(value, name):
    try:
        return frames.number(value[:18], name)
    except (frames.MalformedFrame, UnicodeDecodeError) as error:
        raise ValueError(str(error)) from None
