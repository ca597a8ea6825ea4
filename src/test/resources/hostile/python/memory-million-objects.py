# about: a million small objects is a thing that programs do
# expect.status: success
# expect.stdout: "1000000\n"
# limits.timeout_ms: 20000
class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


print(len([Point(i, i) for i in range(1000000)]))
