# about: no file can be written, wherever
# expect.status: success
# expect.stdout: "refused refused refused refused\n"
import os
import tempfile


def attempt(action):
    try:
        return action()
    except OSError:
        return "refused"


print(
    attempt(lambda: open("/tmp/left-behind", "w")),
    attempt(lambda: open("left-behind", "w")),
    attempt(lambda: tempfile.NamedTemporaryFile()),
    attempt(lambda: os.memfd_create("left-behind")),
)
