# about: a blocking sleep
# expect.status: timeout
# expect.stdout: "no newline"
# limits.timeout_ms: 500
import time

print("no newline", end="")
time.sleep(3600)
