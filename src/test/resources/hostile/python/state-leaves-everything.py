# about: leaves globals, patched built-ins, modules, threads and a changed library behind
# expect.status: success
# expect.stdout: "left\n"
import builtins
import collections
import json
import locale
import os
import random
import signal
import sys
import threading
import time
import types

left_behind = 1
builtins.left_behind = 1
builtins.len = lambda x: 42
json.dumps = lambda *a, **k: "patched"
collections.Counter.left_behind = 1
sys.modules["left_behind"] = types.ModuleType("left_behind")
sys.setrecursionlimit(77)
sys.stdout.left_behind = 1
os.environ["LEFT_BEHIND"] = "1"
random.seed(1)
signal.signal(signal.SIGUSR1, lambda *a: None)
signal.setitimer(signal.ITIMER_REAL, 3600)
threading.Thread(target=time.sleep, args=(3600,), daemon=True).start()
sys.path.append("/tmp")
sys.meta_path.clear()
print("left")
