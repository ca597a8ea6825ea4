# about: a run that forges the end of itself and goes on is still a run that never ended
# expect.status: timeout
# limits.timeout_ms: 500
import os


def field(name, value):
    text = value.encode("utf-16-be")
    return bytes([len(name)]) + name.encode() + len(text).to_bytes(4, "big") + text


payload = field("status", "success") + field("exit_code", "0")
os.write(3, b"F" + len(payload).to_bytes(4, "big") + payload)
while True:
    pass
