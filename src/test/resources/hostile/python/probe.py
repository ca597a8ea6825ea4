# about: run after every case: a run finds nothing of those before it
# expect.status: success
# expect.stdout: "clean\n"
# expect.ret_val: "{\"length\": 3}"
import builtins
import collections
import json
import os
import signal
import sys
import threading

assert "left_behind" not in globals()
assert not hasattr(builtins, "left_behind")
assert not hasattr(collections.Counter, "left_behind")
assert not hasattr(sys.stdout, "left_behind")
assert "left_behind" not in sys.modules
assert len(sys.meta_path) > 2 and not sys.path
assert sys.getrecursionlimit() == 1000
assert not os.environ
assert json.dumps([1]) == "[1]"
assert signal.getsignal(signal.SIGUSR1) == signal.SIG_DFL
assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
assert threading.active_count() == 1
print("clean")
return_val({"length": len("abc")})
