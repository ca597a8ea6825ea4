# about: code that recovers from running out of memory goes on
# expect.status: success
# expect.stdout: "recovered\n"
blocks = []
try:
    while True:
        blocks.append("x" * 100000)
except MemoryError:
    blocks.clear()
print("recovered")
