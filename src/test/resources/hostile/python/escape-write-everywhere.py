# about: garbage into every descriptor costs the run its result, nobody else anything
# expect.status: error
# expect.error_type: InvalidResult
import os

for fd in range(3, 256):
    try:
        os.write(fd, b"\xff\x00garbage that is no record" * 10)
    except OSError:
        pass
