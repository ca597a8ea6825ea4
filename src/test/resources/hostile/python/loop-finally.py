# about: an endless loop in a finally block
# expect.status: timeout
# limits.timeout_ms: 500
try:
    raise ValueError
finally:
    while True:
        pass
