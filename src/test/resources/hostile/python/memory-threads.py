# about: threads are limited, and what they would take
# expect.status: success
# expect.stdout: "RuntimeError True\n"
# limits.timeout_ms: 5000
import threading

release = threading.Event()
threads = []
try:
    for _ in range(10000):
        thread = threading.Thread(target=release.wait)
        thread.start()
        threads.append(thread)
except RuntimeError as error:
    print(type(error).__name__, 16 <= len(threads) <= 128)
finally:
    release.set()
