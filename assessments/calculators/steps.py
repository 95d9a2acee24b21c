"""A step of a formula's working, which knows whether the equations of its sentence are exact."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from assessments.border.step import Step

CLOSE = Fraction(1, 10**20)
"""A root or a power has 50 digits; this far two sides must agree."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The numbers of a step as its sentence shows them: shown.rate is the rounded rate."""

    values: Mapping[str, object]

    def __getattr__(self, name: str) -> Fraction:
        """Return a number by its name."""
        value = self.values[name]
        if not isinstance(value, int | Decimal | Fraction):
            raise TypeError(f"{name} is {value!r}, which is no number")
        return Fraction(value)


Equation = Callable[[Shown], bool]
"""An equation of a sentence, reckoned with the numbers that it shows."""


def step(code: str, values: Mapping[str, object], *equations: Equation) -> Step:
    """Return a step; equations: those of its sentence, in their order."""
    shown = Shown(values)
    return Step(code=code, values=values, exact=tuple(_holds(each, shown) for each in equations))


def _holds(equation: Equation, shown: Shown) -> bool:
    try:
        return equation(shown)
    except ZeroDivisionError:
        # A divisor so small that it is shown as 0.
        return False


def agree(left: Fraction, right: Fraction) -> bool:
    """Return whether two sides are the same as far as roots and powers are known."""
    return abs(left - right) <= abs(right) * CLOSE
