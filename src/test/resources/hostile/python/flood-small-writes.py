# about: many small writes arrive in order and complete
# expect.status: success
# expect.output_bytes: 488890
# limits.timeout_ms: 20000
for number in range(100000):
    if number % 1 == 0:
        print(number, end="")
