# about: os.system says so as well
# expect.status: error
# expect.error_type: PermissionError
import os

os.system("touch /tmp/left-behind")
