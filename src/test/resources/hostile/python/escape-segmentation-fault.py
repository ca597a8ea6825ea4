# about: a process that crashes is one failed run
# expect.status: error
# expect.error_type: Crash
import os
import signal

os.kill(os.getpid(), signal.SIGSEGV)
