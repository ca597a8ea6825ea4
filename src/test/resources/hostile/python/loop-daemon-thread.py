# about: a daemon thread does not keep the run alive
# expect.status: success
# expect.stdout: "main is done\n"
# limits.timeout_ms: 2000
import threading


def forever():
    while True:
        pass


threading.Thread(target=forever, daemon=True).start()
print("main is done")
