# about: a result longer than allowed
# expect.status: error
# expect.error_type: ValueError
# limits.timeout_ms: 10000
return_val("é" * (4 << 20) + "x")
