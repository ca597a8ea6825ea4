# about: collections, itertools, functools, heapq, bisect, operator and graphlib
# expect.stdout: "[('a', 2), ('b', 1)]\ndeque([2, 3], maxlen=2)\n{1: [2]}\n[(1, 2), (2, 3)] [('a', 'b')]\n21 6\n[1, 2] 1\n['b', 'a']\n"
import bisect
import functools
import graphlib
import heapq
import itertools
import operator
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque

print(Counter("aba").most_common())
print(deque([1, 2, 3], maxlen=2))
lists = defaultdict(list)
lists[1].append(2)
print(dict(ChainMap(OrderedDict(lists))))
print(list(itertools.pairwise([1, 2, 3])), list(itertools.batched("ab", 2)))


@functools.lru_cache
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


print(fibonacci(8), functools.reduce(operator.mul, [1, 2, 3]))
print(heapq.nsmallest(2, [3, 1, 2]), bisect.bisect([1, 3], 2))
print(list(graphlib.TopologicalSorter({"a": {"b"}}).static_order()))
