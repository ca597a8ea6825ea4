"""The server's framed protocol, and the memory that user data passes through.

A frame is a big-endian int32 length of all that follows, one byte of type, a payload. Fields are: one byte length of
the name, the name, int32 length of the value in bytes, the value in UTF-16BE.

The parent outlives the runs and its memory is what every later child starts from. So code, input, output and results
pass through `Region`s only: mapped memory that children do not inherit and that is dropped after each run.
"""

import mmap

HELLO = ord("H")
RUN = ord("R")
VALIDATE = ord("P")
BEGUN = ord("B")
STDOUT = ord("O")
STDERR = ord("E")
DONE = ord("D")

HEADER_BYTES = 5


class MalformedFrame(Exception):
    """The peer sent bytes that are no frame, or fields that are none."""


class Region:
    """Memory for user data: not inherited by children, emptied by `forget`. Grows by being replaced."""

    def __init__(self, size):
        self._allocate(size)

    def _allocate(self, size):
        self._map = mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
        self._map.madvise(mmap.MADV_DONTFORK)
        self.view = memoryview(self._map)

    def ensure(self, size):
        if size > len(self.view):
            self._allocate(size)  # the old memory goes with the last view of it
        return self.view

    def forget(self):
        self._map.madvise(mmap.MADV_DONTNEED)


def header(frame_type, payload_length):
    return (payload_length + 1).to_bytes(4, "big") + bytes((frame_type,))


def encode_text(text):
    return text.encode("utf-16-be", "surrogatepass")


def decode_text(value):
    return bytes(value).decode("utf-16-be", "surrogatepass")


def field_head(name, value_length):
    encoded = name.encode("ascii")
    return bytes((len(encoded),)) + encoded + value_length.to_bytes(4, "big")


def encode_field(name, text):
    value = encode_text(str(text))
    return field_head(name, len(value)) + value


def slices(payload):
    """The fields of a payload, in order, as (name, view of the value): nothing is copied but the names."""
    position, end = 0, len(payload)
    while position < end:
        name_end = position + 1 + payload[position]
        value_start = name_end + 4
        if value_start > end:
            raise MalformedFrame("fields end in the middle")
        length = int.from_bytes(payload[name_end:value_start], "big", signed=True)
        if length < 0 or length % 2 or value_start + length > end:
            raise MalformedFrame(f"field of {length} bytes")
        yield str(payload[position + 1:name_end], "ascii", "replace"), payload[value_start:value_start + length]
        position = value_start + length


def number(value, name):
    """A whole number that is not negative."""
    if len(value) > 40:
        raise MalformedFrame(f"field {name} is no number")
    text = decode_text(value)
    if not (text.isascii() and text.isdecimal()):
        raise MalformedFrame(f"field {name} is no number")
    return int(text)
