# about: the limit is the one of the request
# expect.status: success
# expect.stdout: "True True\n"
# limits.memory_mb: 64
# limits.timeout_ms: 20000
blocks = []
try:
    while True:
        blocks.append(bytearray(1 << 20))
except MemoryError:
    got = len(blocks)
    del blocks
    print(got > 48, got <= 64)
