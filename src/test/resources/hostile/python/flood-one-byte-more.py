# about: one byte more is
# expect.status: output_limit
# expect.output_bytes: 1000
# limits.max_output_bytes: 1000
print("x" * 1000)
