# about: a result as long as allowed
# expect.status: success
# expect.output_bytes: 0
# limits.max_result_bytes: 1000
return_val("é" * 500)
