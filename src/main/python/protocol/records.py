"""The private pipe from a child to its parent.

First, before there is any code, the byte LOCKED. Then records: one byte of kind, a big-endian uint32 length, the
payload. Kinds:

  VALUE      what `return_val` was given, UTF-16BE; any number, the last one counts
  OWN        empty: the code defines a `return_val` of its own
  FINAL      fields (see frames): how the run ended; exactly one, the last record
"""

LOCKED = b"L"
VALUE = ord("V")
OWN = ord("W")
FINAL = ord("F")

HEADER_BYTES = 5
MAX_FINAL_BYTES = 512 * 1024
MAX_MESSAGE_CHARACTERS = 64 * 1024
MAX_NAME_CHARACTERS = 200

# How a child exits that could not do its work at all.
NO_RESULT = 70
NOT_LOCKED = 71


def record(kind, payload):
    return bytes((kind,)) + len(payload).to_bytes(4, "big") + payload
