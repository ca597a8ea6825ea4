# about: a byte array that cannot fit
# expect.status: memory_limit
block = bytearray(10**11)
