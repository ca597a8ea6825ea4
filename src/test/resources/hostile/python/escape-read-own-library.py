# about: not even the interpreter's own
# expect.status: success
# expect.stdout: "refused refused refused\n"
import os
import pathlib


def attempt(action):
    try:
        return action()
    except OSError:
        return "refused"


print(
    attempt(lambda: open(os.__file__).read()),
    attempt(lambda: pathlib.Path("/proc/self/maps").read_text()),
    attempt(lambda: os.open("/proc/self/mem", os.O_RDWR)),
)
