# about: NaN is not JSON
# expect.status: error
# expect.error_type: ValueError
return_val({"score": float("nan")})
