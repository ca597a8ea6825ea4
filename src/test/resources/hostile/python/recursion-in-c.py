# about: recursion through C code, with the limit removed: the C stack has a guard of its own
# expect.status: error
# expect.error_type: RecursionError
import sys

sys.setrecursionlimit(10**9)


class Deep:
    def __repr__(self):
        return repr(self)


repr(Deep())
