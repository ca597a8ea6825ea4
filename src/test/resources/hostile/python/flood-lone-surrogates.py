# about: a flood of what cannot be encoded
# expect.status: output_limit
# expect.output_bytes: 100000
# limits.max_output_bytes: 100000
# limits.timeout_ms: 10000
while True:
    print("\udc80" * 10000, end="\0")
