# about: nor one that crashed
# expect.status: error
# expect.error_type: Crash
import os
import signal

return_val("early")
os.kill(os.getpid(), signal.SIGSEGV)
