# about: dataclasses, enums, named tuples, protocols and generics
# expect.stdout: "Point(x=1, y=2)\n{'x': 1, 'y': 2}\nFrozenInstanceError\nColor.RED red\nPair(a=1, b=2) 2\nTrue\n{'n': <class 'int'>}\nBox[int](3)\n"
import dataclasses
import enum
import typing


@dataclasses.dataclass(frozen=True, order=True, slots=True)
class Point:
    x: int
    y: int = 2


class Color(enum.StrEnum):
    RED = "red"


class Pair(typing.NamedTuple):
    a: int
    b: int = 2


@typing.runtime_checkable
class Closes(typing.Protocol):
    def close(self): ...


class Closer:
    def close(self):
        pass


class Box[T]:
    def __init__(self, value: T):
        self.value = value


def typed(n: int): ...


print(Point(1))
print(dataclasses.asdict(Point(1)))
try:
    Point(1).x = 5
except dataclasses.FrozenInstanceError as error:
    print(type(error).__name__)
print(repr(Color.RED).split(":")[0].strip("<"), Color.RED)
print(Pair(1), Pair(1).b)
print(isinstance(Closer(), Closes))
print(typing.get_type_hints(typed))
print(f"Box[int]({Box[int](3).value})")
