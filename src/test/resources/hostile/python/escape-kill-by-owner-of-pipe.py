# about: signals that the kernel would send on behalf of a pipe's owner
# expect.status: success
# expect.stdout: "refused refused\n"
import fcntl
import os


def attempt(action):
    try:
        return action()
    except OSError:
        return "refused"


F_SETSIG = 10
reader, writer = os.pipe()
print(
    attempt(lambda: fcntl.fcntl(reader, fcntl.F_SETOWN, os.getppid())),
    attempt(lambda: fcntl.fcntl(reader, F_SETSIG, 9)),
)
