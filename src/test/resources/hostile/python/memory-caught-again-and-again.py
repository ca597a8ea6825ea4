# about: catching the error does not win anything
# expect.status: timeout
# limits.timeout_ms: 1000
blocks = []
while True:
    try:
        while True:
            blocks.append(bytearray(1 << 16))
    except MemoryError:
        pass
