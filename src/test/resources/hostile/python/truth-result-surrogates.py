# about: a result that is no proper text arrives as it is
# expect.status: success
# expect.ret_val: "\ud800 é \u0000"
return_val("\ud800 é \0")
