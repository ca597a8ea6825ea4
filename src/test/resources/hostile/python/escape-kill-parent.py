# about: no signal reaches another process
# expect.status: success
# expect.stdout: "refused refused refused refused refused\n"
import os
import signal


def attempt(action):
    try:
        return action()
    except OSError:
        return "refused"


print(
    attempt(lambda: os.kill(os.getppid(), signal.SIGKILL)),
    attempt(lambda: os.kill(-1, signal.SIGKILL)),
    attempt(lambda: os.kill(0, signal.SIGKILL)),
    attempt(lambda: os.killpg(0, signal.SIGTERM)),
    attempt(lambda: signal.pidfd_send_signal(os.pidfd_open(os.getppid()), signal.SIGKILL)),
)
