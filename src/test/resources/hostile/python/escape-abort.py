# about: a process that aborts itself is one failed run
# expect.status: error
# expect.error_type: Crash
# expect.stdout: "before\n"
import os

print("before")
os.abort()
