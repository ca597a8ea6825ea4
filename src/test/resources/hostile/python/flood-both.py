# about: one limit for both streams
# expect.status: output_limit
# expect.output_bytes: 50001
# limits.max_output_bytes: 50001
# limits.timeout_ms: 10000
import os

while True:
    os.write(1, b"out" * 100)
    os.write(2, b"err" * 100)
