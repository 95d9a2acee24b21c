"""Exact numbers: any finite number as a fraction, roots and powers to 50 digits."""

from decimal import Context, Decimal
from fractions import Fraction
from math import isfinite

from assessments.numbers.rounding import round_half_up

Number = int | Decimal
"""As JSON and YAML hold it."""

DIGITS_BEFORE_POINT = 15

LIMIT = 10**DIGITS_BEFORE_POINT
"""Numbers from here on are refused: no amount of an account needs them."""

DECIMALS = 40
"""Numbers with more decimals are refused, so that no input makes the arithmetic slow."""

FINEST = 10**DECIMALS

DIGITS = Context(prec=50)
"""For roots, powers and logarithms, which no fraction can hold."""


def is_number(given: object) -> bool:
    """Return whether a value is a finite number; true and false are none."""
    if isinstance(given, Decimal):
        return given.is_finite()
    if isinstance(given, float):
        return isfinite(given)
    return isinstance(given, int | Fraction) and not isinstance(given, bool)


def exact(given: object) -> Fraction | None:
    """Return a number as a fraction; None for one too large or too finely divided to reckon with.

    A float is taken as the shortest decimal that it stands for, as Python prints it.
    """
    number = Decimal(repr(given)) if isinstance(given, float) else given
    if isinstance(number, Decimal):
        # Tested on the exponent: Decimal("1E-999999999") as a fraction would fill the memory.
        exponent = number.as_tuple().exponent
        fine = isinstance(exponent, int) and exponent < -DECIMALS
        return None if fine or number.adjusted() >= DIGITS_BEFORE_POINT else Fraction(number)
    if not isinstance(number, int | Fraction):
        return None
    value = Fraction(number)
    return None if abs(value) >= LIMIT or value.denominator > FINEST else value


def too_large(given: object) -> bool:
    """Return whether a number has more digits before its point than any amount needs."""
    number = Decimal(repr(given)) if isinstance(given, float) else given
    if isinstance(number, Decimal):
        return number.adjusted() >= DIGITS_BEFORE_POINT
    return isinstance(number, int | Fraction) and abs(number) >= LIMIT


def power(base: Fraction, exponent: Fraction) -> Fraction:
    """base^exponent, for a base above 0."""
    return Fraction(DIGITS.power(decimal(base), decimal(exponent)))


def square_root(value: Fraction) -> Fraction:
    """√value, for a value of 0 or more."""
    return Fraction(DIGITS.sqrt(decimal(value)))


def decimal(value: Fraction) -> Decimal:
    """Return a fraction to 50 digits."""
    return DIGITS.divide(Decimal(value.numerator), Decimal(value.denominator))


def plain(value: Fraction, decimals: int = 4) -> Decimal | int:
    """Return a number as the working shows it: rounded, without zeros at the end."""
    rounded = round_half_up(value, decimals)
    return int(rounded) if rounded == rounded.to_integral_value() else rounded.normalize()
