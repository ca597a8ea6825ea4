# about: a list that cannot fit
# expect.status: memory_limit
numbers = [0] * 10**10
