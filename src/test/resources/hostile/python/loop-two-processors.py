# about: threads that burn several processors end with the run
# expect.status: timeout
# limits.timeout_ms: 1000
import hashlib
import threading


def burn():
    block = bytes(1 << 20)
    while True:
        hashlib.sha256(block)


for _ in range(8):
    threading.Thread(target=burn).start()
