# about: one arithmetic operation that takes for ever and holds the interpreter lock
# expect.status: timeout
# limits.timeout_ms: 500
print(len(str(3 ** (10 ** 8) % 7)), 10 ** 10 ** 8 % 3)
