# about: a run has its own pipes and no other descriptor
# expect.status: success
# expect.stdout: "[0, 1, 2, 3]\n"
import os

opened = []
for fd in range(64):
    try:
        os.get_inheritable(fd)
        opened.append(fd)
    except OSError:
        pass
print(opened)
