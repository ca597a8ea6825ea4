# about: a string that cannot fit
# expect.status: memory_limit
# expect.stdout: "before\n"
print("before")
text = "a" * 10**10
