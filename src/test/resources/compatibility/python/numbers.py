# about: decimal, fractions, statistics and math
# expect.stdout: "0.3\n0.142857142857142857142857142857\n5/6\n2.5 2 1.118033988749895\n120 12 [2, 1, 0.5]\n(3, 1)\n"
import math
import statistics
from decimal import Decimal, getcontext
from fractions import Fraction

print(Decimal("0.1") + Decimal("0.2"))
getcontext().prec = 30
print(Decimal(1) / 7)
print(Fraction(1, 2) + Fraction(1, 3))
print(statistics.mean([1, 2, 3, 4]), statistics.mode([1, 2, 2]), statistics.pstdev([1, 2, 3, 4]))
print(math.factorial(5), math.lcm(4, 6), [2, 1, 0.5])
print(divmod(10, 3))
