# about: nobody, without any groups
# expect.status: success
# expect.stdout: "True True refused\n"
import os


def attempt(action):
    try:
        return action()
    except OSError:
        return "refused"


print(os.getuid() != 0, os.geteuid() != 0, attempt(lambda: os.setuid(0)))
