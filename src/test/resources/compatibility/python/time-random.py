# about: time, random, secrets, uuid and datetime
# expect.stdout: "True\n[1, 5]\nTrue True\n36 32\n2024-02-29 1 day, 0:00:00\n"
import datetime
import random
import secrets
import time
import uuid

started = time.perf_counter()
time.sleep(0.01)
print(time.perf_counter() - started >= 0.009)
print(sorted(random.Random(1).sample([1, 5], 2)))
print(0 <= random.random() < 1, time.time() > 1_700_000_000)
print(len(str(uuid.uuid4())), len(secrets.token_hex(16)))
print(datetime.date(2024, 2, 28) + datetime.timedelta(1), datetime.timedelta(1))
