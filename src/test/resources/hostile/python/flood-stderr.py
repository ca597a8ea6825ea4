# about: standard error counts like standard output
# expect.status: output_limit
# expect.output_bytes: 100000
# limits.max_output_bytes: 100000
# limits.timeout_ms: 10000
import sys

while True:
    print("error " * 100, file=sys.stderr)
