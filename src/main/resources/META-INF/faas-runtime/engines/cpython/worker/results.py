"""The private pipe from a child to its parent.

First, before there is any code, the byte LOCKED. Then records: one byte of kind, a big-endian uint32 length, the
payload. Kinds:

  VALUE      what `return_val` was given, UTF-16BE; any number, the last one counts
  OWN        empty: the code defines a `return_val` of its own
  FINAL      fields (see frames): how the run ended; exactly one, the last record
"""

import _codecs
import _thread
import functools
import posix

import frames
import private

RESULT_FD = 3

LOCKED = b"L"
VALUE = ord("V")
OWN = ord("W")
FINAL = ord("F")

HEADER_BYTES = 5
MAX_FINAL_BYTES = 512 * 1024
MAX_MESSAGE_CHARACTERS = 64 * 1024
MAX_NAME_CHARACTERS = 200

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
        return functools.partial(posix.write, RESULT_FD, _record(FINAL, _encoded(fields)))

    def _utf8_length(self, text):
        return len(_codecs.utf_8_encode(text, "surrogatepass")[0])

    def _send(self, kind, payload):
        record = memoryview(_record(kind, payload))
        with self._lock:
            while record:
                record = record[self._write(RESULT_FD, record):]


def _encoded(fields):
    return b"".join(frames.encode_field(name, value) for name, value in fields)


def _record(kind, payload):
    return bytes((kind,)) + len(payload).to_bytes(4, "big") + payload
