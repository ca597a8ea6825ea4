# about: with its limit removed, recursion takes all memory; CPython itself crashes then, and only this run
# expect.status: error
# expect.error_type: Crash
# limits.timeout_ms: 20000
import sys

sys.setrecursionlimit(10**9)


def down():
    return down()


down()
