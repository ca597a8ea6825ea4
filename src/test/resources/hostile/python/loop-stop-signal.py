# about: a process that stops itself is ended at the limit
# expect.status: timeout
# limits.timeout_ms: 500
import os
import signal

os.kill(os.getpid(), signal.SIGSTOP)
