# about: forking in a loop
# expect.status: success
# expect.stdout: "1000 refused\n"
import os

refused = 0
for _ in range(1000):
    try:
        os.fork()
    except OSError:
        refused += 1
print(refused, "refused")
