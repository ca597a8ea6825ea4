# about: a result that never ends to be serialized
# expect.status: timeout
# limits.timeout_ms: 500
class Endless(dict):
    def items(self):
        while True:
            pass


return_val(Endless(a=1))
