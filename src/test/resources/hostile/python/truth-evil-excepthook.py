# about: a hook that leaves does not make an error a success
# expect.status: error
# expect.error_type: ValueError
import os
import sys

sys.excepthook = lambda *a: sys.exit(0)
raise ValueError("x")
