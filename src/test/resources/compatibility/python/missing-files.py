# about: a file cannot be opened, and the message says why
# expect.status: error
# expect.error_type: PermissionError
# expect.error_contains: not available in the sandbox
open("/tmp/x", "w")
