# about: no file can be read
# expect.status: error
# expect.error_type: PermissionError
# expect.error_line: 5
open("/etc/passwd").read()
