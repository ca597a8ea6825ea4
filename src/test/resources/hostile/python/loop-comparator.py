# about: an endless comparator inside a sort
# expect.status: timeout
# limits.timeout_ms: 500
import functools


def compare(a, b):
    while True:
        pass


sorted([3, 1, 2], key=functools.cmp_to_key(compare))
