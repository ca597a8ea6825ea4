# about: what is left after a caught MemoryError is enough to say so
# expect.status: success
# expect.stdout: "caught\n"
blocks = []
try:
    while True:
        blocks.append(bytearray(1 << 20))
except MemoryError:
    print("caught")
