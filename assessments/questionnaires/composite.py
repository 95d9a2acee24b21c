"""The weighted mean of dimensions, kept as an exact fraction of whole numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from math import lcm

from assessments.numbers.rounding import from_scaled, least_numerator, scaled, tenths
from assessments.questionnaires.measuring import Measures


@dataclass(frozen=True, slots=True, kw_only=True)
class Composite:
    """score = numerator / denominator, from 0 to 100."""

    numerator: int
    denominator: int
    gains: Mapping[int, int]
    """Place of a dimension -> what one level more in it adds to the numerator."""

    @property
    def tenths(self) -> int:
        """The rounded score in tenths of a point."""
        return tenths(self.numerator, self.denominator)

    @property
    def unrounded(self) -> Decimal:
        """The score with four decimals, as the working shows it."""
        return from_scaled(scaled(self.numerator, self.denominator, 4), 4)

    @property
    def exact(self) -> bool:
        """Whether four decimals are enough for the score."""
        return 10_000 * self.numerator % self.denominator == 0

    def missing(self, limit: int) -> int:
        """Return what the numerator lacks until the rounded score reaches a limit in tenths."""
        return least_numerator(limit, self.denominator) - self.numerator


def composite(measures: Measures, weights: Mapping[int, int]) -> Composite:
    """score = sum(weight * 100 * points / (3 * answered)) / sum(weight).

    weights names only dimensions that have a score, by their places.
    """
    common = lcm(*[measures[place].answered for place in weights])
    gains = {
        place: 100 * weight * (common // measures[place].answered)
        for place, weight in weights.items()
    }
    numerator = sum([gain * measures[place].points for place, gain in gains.items()])
    denominator = 3 * common * sum(weights.values())
    return Composite(numerator=numerator, denominator=denominator, gains=gains)
