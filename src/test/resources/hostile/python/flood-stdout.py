# about: a gigabyte without a line end; the first bytes are kept, to the byte
# expect.status: output_limit
# expect.output_bytes: 100000
# limits.max_output_bytes: 100000
# limits.timeout_ms: 10000
import sys

block = "x" * (1 << 20)
for _ in range(1024):
    sys.stdout.write(block)
