"""How sure a tier or class is: the share of other weightings that give the same one.

Each weight is varied by up to a fifth, at 256 points of a Halton sequence: spread evenly, and the
same everywhere, because it is no chance.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import lcm, prod

from assessments.numbers.rounding import from_tenths, tenths
from assessments.questionnaires.evaluation import Case, Evaluation
from assessments.questionnaires.measuring import Measures
from assessments.questionnaires.parts import HowSure, Span

SAMPLES = 256
SPREAD_PERCENT = 20
PRIMES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37)
"""Bases of the sequence, one for each weight; no tool with tiers has more dimensions."""

Fraction = tuple[int, int]
"""Numerator and denominator: two thousand of these cost a fifth of as many Fraction objects."""

Factors = tuple[int, ...]
"""One point: by how much each weight is multiplied, over one common denominator."""


def radical_inverse(index: int, base: int, digits: int) -> int:
    """Return the digits of index in a base, mirrored behind the point, times base^digits."""
    mirrored = 0
    for _ in range(digits):
        index, digit = divmod(index, base)
        mirrored = mirrored * base + digit
    return mirrored


@lru_cache(maxsize=8)
def weightings(bases: tuple[int, ...]) -> tuple[Factors, ...]:
    """Return for each point a factor of each weight: 1 - spread + 2 * spread * u, u in [0, 1).

    u is the radical inverse of 1 to 256 in the weight's own prime base.
    """
    digits = [_digits(base) for base in bases]
    sizes = [base**count for base, count in zip(bases, digits, strict=True)]
    common = prod(sizes)
    low, range_ = 100 - SPREAD_PERCENT, 2 * SPREAD_PERCENT
    return tuple(
        tuple(
            (low * size + range_ * radical_inverse(index, base, count)) * (common // size)
            for base, count, size in zip(bases, digits, sizes, strict=True)
        )
        for index in range(1, SAMPLES + 1)
    )


def _digits(base: int) -> int:
    """Return how many digits SAMPLES has in a base."""
    count, reached = 0, 1
    while reached <= SAMPLES:
        reached *= base
        count += 1
    return count


def varied_means(
    measures: Measures, weights: Mapping[int, int], bases: tuple[int, ...]
) -> list[Fraction]:
    """Return the weighted mean of dimensions under each weighting, as (numerator, denominator)."""
    common = lcm(*[measures[place].answered for place in weights])
    pairs = [
        (weight, 100 * measures[place].points * (common // measures[place].answered))
        for place, weight in weights.items()
    ]
    means: list[Fraction] = []
    for factors in weightings(bases):
        total = divisor = 0
        for factor, (weight, score) in zip(factors, pairs, strict=True):
            varied = weight * factor
            divisor += varied
            total += varied * score
        means.append((total, 3 * common * divisor))
    return means


def varied_pairs(
    ones: Sequence[tuple[int, Fraction]], other: tuple[int, Fraction], bases: tuple[int, ...]
) -> list[int]:
    """Return the weighted mean of two scores under each weighting, in tenths.

    Of the one score each weighting has its own; both come with their weights.
    """
    weight, (numerator, denominator) = other
    means: list[int] = []
    for (own, score), factors in zip(ones, weightings(bases), strict=True):
        first, second = own * factors[0], weight * factors[1]
        total = first * score[0] * denominator + second * numerator * score[1]
        means.append(tenths(total, (first + second) * score[1] * denominator))
    return means


def summary(
    case: Case, evaluation: Evaluation, bands: Sequence[int], scores: Mapping[str, Sequence[int]]
) -> HowSure:
    """Return the share of weightings that keep the band, and the range of each score in tenths."""
    counts = Counter(bands)
    kept = counts[-1 if evaluation.band is None else evaluation.band]
    return HowSure(
        samples=SAMPLES,
        spread=SPREAD_PERCENT,
        kept=kept,
        share=from_tenths(tenths(100 * kept, SAMPLES)),
        results={case.definition.bands[place].id: counts[place] for place in sorted(counts)},
        scores={
            name: Span(lowest=from_tenths(min(values)), highest=from_tenths(max(values)))
            for name, values in scores.items()
        },
    )
