"""Count the weightings that reach a limit, all of them at once: lanes of one whole number.

mean = sum(f * w * 100 * p / (3 * a)) / sum(f * w), for a dimension's points p of a answered, its
weight w and the factor f of a weighting. The rounded mean reaches a limit where the sum of
f * w * (2000 * T * p * (c / a) - 3 * c * (2 * T * limit - T - 2)) is not negative, with c a common
multiple of all a, and T as numbers.rounding says. So each dimension adds one term: a lane for each
weighting, all lanes in one integer. A bias keeps every lane positive; its highest bit tells the
sign of the sum, and counting these bits counts the weightings.
"""

from collections.abc import Mapping
from itertools import pairwise
from math import lcm

from assessments.numbers.rounding import TOLERANCE_PARTS
from assessments.questionnaires.definition import Definition
from assessments.questionnaires.measuring import Measure, Measures
from assessments.questionnaires.sureness.how_sure import SAMPLES, weightings
from assessments.questionnaires.sureness.varied import Banded, Varied

Factor = tuple[int, ...]
"""By how much each weighting multiplies one weight."""
Reached = tuple[int, ...]
"""For each limit how many weightings reach it."""


class Lanes:
    """Counts, for the dimensions of a case, how many weightings give each band."""

    def __init__(self, definition: Definition, varied: Varied) -> None:
        self.varied = varied
        self.limits = tuple(sorted(set(varied.limits)))
        self._common = lcm(*range(1, max(d.stop - d.start for d in definition.dimensions) + 1))
        columns = tuple(zip(*weightings(tuple(varied.bases.values())), strict=True))
        factors = dict(zip(varied.bases, columns, strict=True))
        self._width = self._bits(factors)
        self._factors = {place: self._in_lanes(factor) for place, factor in factors.items()}
        ones = self._in_lanes((1,) * SAMPLES)
        self._bias = ones << (self._width - 1)
        self._sums: dict[tuple[int, ...], Reached] = {}
        """Points and answered questions of each dimension -> weightings that reach each limit."""
        self._terms: dict[tuple[int, int, int], tuple[int, ...]] = {}

    def counts(self, measures: Measures, banded: Banded) -> dict[int, int]:
        """Return place of a band -> how many of SAMPLES weightings give it; none that no one gives.

        *banded* is asked once for each stretch between two limits that some weighting reaches.
        """
        return self.bands(self.reached(measures), banded)

    def reached(self, measures: Mapping[int, Measure] | Measures) -> Reached:
        """Return for each limit, the lowest first, how many weightings reach it."""
        key = tuple([n for place in self.varied.weights for n in _parts(measures[place])])
        if key not in self._sums:
            self._sums[key] = self._reached(measures)
        return self._sums[key]

    def bands(self, numbers: Reached, banded: Banded) -> dict[int, int]:
        """Return the same as counts, of what is reached."""
        found: dict[int, int] = {}
        reached = (SAMPLES, *numbers, 0)
        for low, (more, fewer) in zip((-1, *self.limits), pairwise(reached), strict=True):
            if more > fewer:
                band = banded(low)
                found[band] = found.get(band, 0) + more - fewer
        return found

    def _reached(self, measures: Mapping[int, Measure] | Measures) -> Reached:
        sums = [self._bias] * len(self.limits)
        for place in self.varied.weights:
            if measures[place].ok:
                terms = self._term(place, measures[place])
                sums = [total + term for total, term in zip(sums, terms, strict=True)]
        return tuple([(total & self._bias).bit_count() for total in sums])

    def _term(self, place: int, each: Measure) -> tuple[int, ...]:
        key = (place, each.points, each.answered)
        found = self._terms.get(key)
        if found is None:
            share = each.points * (self._common // each.answered)
            factor = self._factors[place]
            found = tuple([factor * self._scale(place, share, limit) for limit in self.limits])
            self._terms[key] = found
        return found

    def _scale(self, place: int, share: int, limit: int) -> int:
        """Return what a dimension adds for a factor of 1; *share* is points in common parts."""
        bound = 3 * self._common * (2 * TOLERANCE_PARTS * limit - TOLERANCE_PARTS - 2)
        return self.varied.weights[place] * (2000 * TOLERANCE_PARTS * share - bound)

    def _bits(self, factors: Mapping[int, Factor]) -> int:
        """Return how wide a lane must be, so that no sum reaches its neighbour."""
        most = 0
        for place, factor in factors.items():
            scales = [
                abs(self._scale(place, share, limit))
                for share in (0, 3 * self._common)
                for limit in self.limits
            ]
            most += max(factor) * max(scales)
        return most.bit_length() + 1

    def _in_lanes(self, values: Factor) -> int:
        return sum(value << (self._width * lane) for lane, value in enumerate(values))


def _parts(each: Measure) -> tuple[int, int]:
    """Return points and answered questions; none of either where there is no score."""
    return (each.points, each.answered) if each.ok else (0, 0)
