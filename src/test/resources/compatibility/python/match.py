# about: match in all its forms
# expect.stdout: "point 1 2\nmany 1 [2, 3]\nkey v\nnumber\nnothing\nother\n"
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


def describe(value):
    match value:
        case Point(x, y):
            return f"point {x} {y}"
        case [first, *rest]:
            return f"many {first} {rest}"
        case {"key": text, **others} if not others:
            return f"key {text}"
        case int() | float():
            return "number"
        case None:
            return "nothing"
        case _:
            return "other"


for value in (Point(1, 2), [1, 2, 3], {"key": "v"}, 1.5, None, "text"):
    print(describe(value))
