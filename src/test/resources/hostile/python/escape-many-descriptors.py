# about: descriptors are limited
# expect.status: success
# expect.stdout: "True\n"
import os

count = 0
try:
    while True:
        os.pipe()
        count += 1
except OSError:
    print(10 < count < 64)
