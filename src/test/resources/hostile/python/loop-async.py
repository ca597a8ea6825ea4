# about: tasks that create tasks
# expect.status: timeout
# limits.timeout_ms: 500
import asyncio


async def again():
    await asyncio.sleep(0)
    asyncio.create_task(again())


await again()
