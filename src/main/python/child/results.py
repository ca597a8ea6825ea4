"""The child's end of its private pipe to the parent: what `return_val` was given, and how the run ended."""

import _codecs
import _thread
import functools
import posix

from lockdown import private
from protocol import frames
from protocol.records import FINAL, OWN, VALUE, record

RESULT_FD = 3

_encode_json = private.copy_of("json.encoder").JSONEncoder(ensure_ascii=False, allow_nan=False).encode


class ResultPipe:
    """The child's end."""

    def __init__(self, max_result_bytes):
        self._max_result_bytes = max_result_bytes
        self._lock = _thread.allocate_lock()
        self._write = posix.write

    def return_val(self, value):
        """Hands the result of this run back: a string as it is, anything else as JSON. The last call counts."""
        text = value if isinstance(value, str) else _encode_json(value)
        if len(text) > self._max_result_bytes or self._utf8_length(text) > self._max_result_bytes:
            raise ValueError(f"the result is longer than the {self._max_result_bytes} bytes allowed")
        self._send(VALUE, _codecs.utf_16_be_encode(text, "surrogatepass")[0])

    def announce_own_return_val(self):
        self._send(OWN, b"")

    def end(self, fields):
        self._send(FINAL, _encoded(fields))

    def prepared_end(self, fields):
        """`end`, as a function that takes no memory."""
        return functools.partial(posix.write, RESULT_FD, record(FINAL, _encoded(fields)))

    def _utf8_length(self, text):
        return len(_codecs.utf_8_encode(text, "surrogatepass")[0])

    def _send(self, kind, payload):
        data = memoryview(record(kind, payload))
        with self._lock:
            while data:
                data = data[self._write(RESULT_FD, data):]


def _encoded(fields):
    return b"".join(frames.encode_field(name, value) for name, value in fields)
