# about: a result longer than allowed
# expect.status: error
# expect.error_type: ValueError
# limits.max_result_bytes: 1000
return_val("é" * 501)
