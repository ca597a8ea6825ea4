# about: no program can be started
# expect.status: error
# expect.error_type: PermissionError
import subprocess

subprocess.run(["/bin/ls"])
