# about: a record that ends in the middle
# expect.status: error
# expect.error_type: InvalidResult
import os

os.write(3, b"V\x00\x00\x00\x10half")
os._exit(0)
