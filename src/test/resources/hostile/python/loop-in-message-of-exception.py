# about: the report about an exception runs code, too
# expect.status: timeout
# limits.timeout_ms: 500
class Endless(Exception):
    def __str__(self):
        while True:
            pass


raise Endless
