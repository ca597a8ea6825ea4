# about: leaving with a code is an error with that code
# expect.status: error
# expect.exit_code: 3
# expect.ret_val: "kept"
import sys

return_val("kept")
sys.exit(3)
