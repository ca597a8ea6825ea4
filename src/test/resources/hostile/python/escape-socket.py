# about: no socket of any family that leads out
# expect.status: success
# expect.stdout: "refused refused refused refused refused\n"
import socket


def attempt(action):
    try:
        return action()
    except OSError:
        return "refused"


print(
    attempt(lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM)),
    attempt(lambda: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)),
    attempt(lambda: socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)),
    attempt(lambda: socket.create_connection(("127.0.0.1", 80), 1)),
    attempt(lambda: socket.getaddrinfo("localhost", 80)),
)
