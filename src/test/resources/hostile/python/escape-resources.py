# about: limits cannot be raised, nor those of others be set
# expect.status: success
# expect.stdout: "refused refused refused\n"
import os
import resource


def attempt(action):
    try:
        return action()
    except (OSError, ValueError):
        return "refused"


INFINITE = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
print(
    attempt(lambda: resource.setrlimit(resource.RLIMIT_AS, INFINITE)),
    attempt(lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (100000, 100000))),
    attempt(lambda: resource.prlimit(os.getppid(), resource.RLIMIT_CPU, (1, 1))),
)
