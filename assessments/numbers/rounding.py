"""Round once, at the end, by name: half away from zero, as a reader rounds by hand.

The built-in round() rounds half to even, and floats hold 0.05 as a little more than it is: both
would show a number that the bands and gates then contradict.
"""

from decimal import Decimal
from fractions import Fraction

TOLERANCE_PARTS = 1_000_000_000
"""One part in so many is the tolerance of the formula, so that 0.04999999999 is read as 0.05."""


def scaled(numerator: int, denominator: int, decimals: int = 1) -> int:
    """sign(x) * floor(|x| * 10^decimals + 0.5 + 1e-9), where x = numerator / denominator."""
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    doubled = 2 * TOLERANCE_PARTS * denominator
    magnitude = abs(numerator) * int(10**decimals) * 2 * TOLERANCE_PARTS
    whole = (magnitude + (TOLERANCE_PARTS + 2) * denominator) // doubled
    return whole if numerator >= 0 else -whole


def tenths(numerator: int, denominator: int) -> int:
    """Return numerator / denominator in whole tenths: 83.333 is 833."""
    return scaled(numerator, denominator)


def from_scaled(whole: int, decimals: int) -> Decimal:
    """Return whole / 10^decimals with exactly so many decimals, whatever the context."""
    digits = tuple(int(digit) for digit in str(abs(whole)))
    return Decimal((int(whole < 0), digits, -decimals))


_TENTHS = tuple(from_scaled(whole, 1) for whole in range(1001))


def from_tenths(whole: int) -> Decimal:
    """Return whole tenths as a number: 833 is 83.3."""
    return _TENTHS[whole] if 0 <= whole <= 1000 else from_scaled(whole, 1)


def round_half_up(value: Decimal | Fraction | int, decimals: int = 1) -> Decimal:
    """Round half away from zero: 0.05 is 0.1 and -0.05 is -0.1; never minus zero."""
    numerator, denominator = value.as_integer_ratio()
    return from_scaled(scaled(numerator, denominator, decimals), decimals)


def least_numerator(limit: int, denominator: int) -> int:
    """Return the smallest numerator whose tenths(numerator, denominator) reach a limit."""
    bound = denominator * (2 * TOLERANCE_PARTS * limit - TOLERANCE_PARTS - 2)
    return -(-bound // (20 * TOLERANCE_PARTS))
