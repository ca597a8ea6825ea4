# about: an endless generator, consumed by C code
# expect.status: timeout
# limits.timeout_ms: 500
import collections
import itertools

collections.deque(itertools.count(), maxlen=0)
