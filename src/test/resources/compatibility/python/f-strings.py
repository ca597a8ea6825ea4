# about: f-strings as of Python 3.12, and template strings
# expect.stdout: "x = 3\n   3.14|1,234,567|0x1f|'a'\nnested a-b\n50.0% {x}\n2024-07-01\nhello\n"
from datetime import date

x, names = 3, {"first": "a"}
print(f"{x = }")
print(f"{3.14159:7.2f}|{1234567:,}|{31:#x}|{'a'!r}")
print(f"nested {"-".join(f"{c}" for c in ["a", "b"])}")
print(f"{0.5:.1%} {{x}}")
print(f"{date(2024, 7, 1):%Y-%m-%d}")
print(t"hello {x}".strings[0].strip())
