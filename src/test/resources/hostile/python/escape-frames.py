# about: frames lead to the worker's code, and who breaks it breaks the own run only
# expect.status: error
# expect.stdout: "still here\n"
import sys

frame = sys._getframe()
while frame:
    for name, value in list(frame.f_globals.items()):
        if not name.startswith("__") and callable(value):
            frame.f_globals[name] = None if frame.f_back else value
    frame = frame.f_back
print("still here")
