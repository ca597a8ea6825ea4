# about: threads from asyncio and from executors
# expect.stdout: "499500\n[0, 1, 4]\n"
import asyncio
from concurrent.futures import ThreadPoolExecutor

print(asyncio.run(asyncio.to_thread(sum, range(1000))))
with ThreadPoolExecutor(2) as pool:
    print(list(pool.map(lambda n: n * n, range(3))))
