"""The interval in which a share plausibly lies when only a sample was counted."""

from fractions import Fraction

from assessments.numbers.exact import square_root

Z = Fraction("1.959964")
"""The standard normal quantile that leaves 2.5% on each side."""


def wilson(part: int, whole: int) -> tuple[Fraction, Fraction]:
    """(p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n), with p = part/whole and n = whole > 0.

    Both ends are from 0 to 1. Unlike p ± z √(p(1-p)/n), they stay inside even for p = 0 and 1.
    """
    share = Fraction(part, whole)
    spread = Z * Z / whole
    half = Z * square_root(share * (1 - share) / whole + spread / (4 * whole))
    low, high = ((share + spread / 2 + sign * half) / (1 + spread) for sign in (-1, 1))
    return max(Fraction(0), low), min(Fraction(1), high)
