# about: patched ways to end do not change how it ended
# expect.status: error
# expect.error_type: ZeroDivisionError
import atexit
import os
import posix
import sys
import threading

os._exit = posix._exit = sys.exit = lambda *a: None
os.write = posix.write = lambda fd, data: len(data)
atexit._run_exitfuncs = threading._shutdown = lambda: 1 / 0
1 / 0
