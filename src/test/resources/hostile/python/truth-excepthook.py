# about: a hook of the code prints what it likes, the status stays
# expect.status: error
# expect.error_type: ValueError
# expect.stdout: "hooked\n"
import sys

sys.excepthook = lambda *a: print("hooked")
raise ValueError("x")
