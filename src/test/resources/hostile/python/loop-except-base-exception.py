# about: code that swallows every exception
# expect.status: timeout
# limits.timeout_ms: 500
while True:
    try:
        while True:
            pass
    except BaseException:
        continue
