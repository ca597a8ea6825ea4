# about: a socket pair cannot be used to talk to others
# expect.status: success
# expect.stdout: "refused refused\n"
import socket


def attempt(action):
    try:
        return action()
    except OSError:
        return "refused"


one, two = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
print(attempt(lambda: one.sendto(b"x", "\0abstract")), attempt(lambda: one.connect("/run/x")))
