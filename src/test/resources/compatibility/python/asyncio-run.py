# about: asyncio.run, gather, queues, timeouts and task groups
# expect.stdout: "[1, 4, 9]\ntimeout\n[0, 1, 2]\nboth: 3\n7\n"
import asyncio


async def square(n):
    await asyncio.sleep(0.001 * n)
    return n * n


async def main():
    print(await asyncio.gather(*map(square, [1, 2, 3])))
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(30)
    except TimeoutError:
        print("timeout")
    queue = asyncio.Queue()
    for i in range(3):
        queue.put_nowait(i)
    print([await queue.get() for _ in range(3)])
    async with asyncio.TaskGroup() as group:
        one, two = group.create_task(square(1)), group.create_task(asyncio.sleep(0, 2))
    print("both:", one.result() + two.result())
    return 7


print(asyncio.run(main()))
