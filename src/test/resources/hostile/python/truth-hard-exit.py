# about: a hard exit with a code is an error with that code
# expect.status: error
# expect.exit_code: 7
# expect.stdout: "unflushed"
import os

print("unflushed", end="")
os._exit(7)
