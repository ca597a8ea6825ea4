# about: an attribute that is never found
# expect.status: timeout
# limits.timeout_ms: 500
class Endless:
    def __getattr__(self, name):
        while True:
            pass


Endless().anything
