# about: the environment is empty, and the command line tells nothing
# expect.status: success
# expect.stdout: "{} [''] '' ''\n"
import os
import sys

print(dict(os.environ), sys.argv, repr(sys.executable), repr(sys.prefix))
