# about: leaving after the result is a success
# expect.status: success
# expect.ret_val: "kept"
import sys

return_val("kept")
sys.exit()
