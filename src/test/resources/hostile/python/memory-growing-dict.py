# about: a dictionary that grows
# expect.status: memory_limit
# limits.timeout_ms: 20000
table = {}
while True:
    table[len(table)] = str(len(table))
