# about: two functions that call each other
# expect.status: error
# expect.error_type: RecursionError
def ping(n):
    return pong(n + 1)


def pong(n):
    return ping(n + 1)


ping(0)
