# about: a regular expression that backtracks for ever, inside C code
# expect.status: timeout
# limits.timeout_ms: 500
import re

re.match(r"(a|aa)+$", "a" * 100 + "b")
