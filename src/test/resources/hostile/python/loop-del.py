# about: an endless finalizer
# expect.status: timeout
# limits.timeout_ms: 500
class Undead:
    def __del__(self):
        while True:
            pass


undead = Undead()
del undead
