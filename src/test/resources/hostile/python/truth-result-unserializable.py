# about: a value that JSON does not know; the result before it stays
# expect.status: error
# expect.error_type: TypeError
# expect.ret_val: "{}"
return_val({})
return_val(object())
