# about: context managers, generators, exception groups, unittest and logging
# expect.stdout: "in\nout\n[0, 1, 'sent']\n2 ValueErrors\nran 1 ok\nlogged\n"
import contextlib
import io
import logging
import unittest


@contextlib.contextmanager
def noisy():
    print("in")
    yield
    print("out")


with noisy(), contextlib.suppress(KeyError):
    raise KeyError


def generator():
    got = yield 0
    got = yield 1
    yield got


g = generator()
print([next(g), next(g), g.send("sent")])
try:
    raise ExceptionGroup("both", [ValueError(1), ValueError(2)])
except* ValueError as group:
    print(len(group.exceptions), "ValueErrors")


class Case(unittest.TestCase):
    def test_it(self):
        self.assertEqual(1, 1)


result = unittest.TextTestRunner(stream=io.StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(Case))
print("ran", result.testsRun, "ok" if result.wasSuccessful() else "failed")
stream = io.StringIO()
logging.basicConfig(stream=stream, format="%(message)s", force=True)
logging.warning("logged")
print(stream.getvalue().strip())
