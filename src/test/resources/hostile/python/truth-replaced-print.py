# about: a replaced print is the code's own affair
# expect.status: success
# expect.stdout: ""
# expect.ret_val: "1"
import builtins

builtins.print = lambda *a, **k: None
print("nothing")
return_val(1)
