# about: a thread that never ends keeps the run alive, until its limit
# expect.status: timeout
# expect.stdout: "main is done\n"
# limits.timeout_ms: 500
import threading


def forever():
    while True:
        pass


threading.Thread(target=forever).start()
print("main is done")
