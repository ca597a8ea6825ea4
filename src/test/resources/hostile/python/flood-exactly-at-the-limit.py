# about: output as long as the limit is no flood
# expect.status: success
# expect.output_bytes: 1000
# limits.max_output_bytes: 1000
print("x" * 999)
