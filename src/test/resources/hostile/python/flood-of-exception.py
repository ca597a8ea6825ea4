# about: an exception with a message of 30 MB
# expect.status: output_limit
# limits.max_output_bytes: 100000
# limits.timeout_ms: 10000
raise ValueError("x" * (30 << 20))
