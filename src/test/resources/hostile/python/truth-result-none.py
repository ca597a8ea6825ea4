# about: None is a result
# expect.status: success
# expect.ret_val: "null"
return_val(None)
