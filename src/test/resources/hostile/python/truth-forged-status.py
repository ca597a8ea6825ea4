# about: a run may not claim what only the parent knows
# expect.status: error
# expect.error_type: InvalidResult
import os


def field(name, value):
    text = value.encode("utf-16-be")
    return bytes([len(name)]) + name.encode() + len(text).to_bytes(4, "big") + text


payload = field("status", "timeout") + field("exit_code", "0")
os.write(3, b"F" + len(payload).to_bytes(4, "big") + payload)
os._exit(0)
