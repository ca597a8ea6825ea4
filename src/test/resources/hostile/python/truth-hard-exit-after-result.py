# about: a result handed back survives the hardest way to leave
# expect.status: success
# expect.ret_val: "kept"
import os

return_val("kept")
os._exit(0)
