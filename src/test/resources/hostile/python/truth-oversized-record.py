# about: a record longer than any allowed
# expect.status: error
# expect.error_type: InvalidResult
import os

os.write(3, b"V\xff\xff\xff\xff")
os._exit(0)
