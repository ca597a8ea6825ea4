# about: many small objects
# expect.status: memory_limit
# limits.timeout_ms: 20000
items = []
while True:
    items.append(object())
