"""Every result that full answers can give: all points of all dimensions, with the gates they fire.

Questions of a dimension weigh alike, so only their sum counts, and the sums of all dimensions are
few: thousands where the answers would be billions.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product

from assessments.numbers.rounding import tenths
from assessments.questionnaires.definition import LEVELS, Definition, Gate

Cap = int
"""Place of the highest band still allowed."""
State = tuple[int, Cap, bool]
"""Numerator of the overall score so far, cap so far, whether the gate in question fired."""

PartCaps = Callable[[Definition, int], Iterable[Cap]]
"""Score of a dimension in tenths -> the caps that the model itself sets by it."""

MOST_STATES = 400_000
"""With more, a proof would take longer than an author waits; no sensible weights give so many."""


def no_caps(_: Definition, __: int) -> Iterable[Cap]:
    """Return no cap: only gates lower the band."""
    return ()


def reachable(
    definition: Definition, part_caps: PartCaps = no_caps, apart: Gate | None = None
) -> set[State] | None:
    """Return every combination of score and cap; the gate set apart is noted and does not cap.

    None where there are too many to count.
    """
    gains = _gains(definition)
    top = len(definition.bands) - 1
    states: set[State] = {(0, top, False)}
    for place in range(len(definition.dimensions)):
        options = set(_options(definition, place, part_caps, apart))
        if len(states) * len(options) > 10 * MOST_STATES:
            return None
        states = {
            (score + gains[place] * points, min(cap, other), fired or also)
            for score, cap, fired in states
            for points, other, also in options
        }
        if len(states) > MOST_STATES:
            return None
    return states


def _gains(definition: Definition) -> list[int]:
    """Return what one point in each dimension adds, over the denominator of overall_of."""
    common = _common(definition)
    return [
        100 * each.weight * (common // (each.stop - each.start)) for each in definition.dimensions
    ]


def _common(definition: Definition) -> int:
    product_ = 1
    for size in {each.stop - each.start for each in definition.dimensions}:
        product_ *= size
    return product_


def overall_of(definition: Definition, score: int) -> int:
    """Return the rounded overall score in tenths of a numerator."""
    weights = sum(each.weight for each in definition.dimensions)
    return tenths(score, 3 * _common(definition) * weights)


def _options(
    definition: Definition, place: int, part_caps: PartCaps, apart: Gate | None
) -> Iterator[State]:
    """Yield (points, cap, whether the gate set apart fires) of one dimension, fully answered."""
    dimension = definition.dimensions[place]
    gated = sorted(
        {
            gate.question
            for gate in definition.gates
            if gate.question is not None and dimension.start <= gate.question < dimension.stop
        }
    )
    others = dimension.stop - dimension.start - len(gated)
    for answers in product(range(LEVELS), repeat=len(gated)):
        given = dict(zip(gated, answers, strict=True))
        for rest in range((LEVELS - 1) * others + 1):
            points = sum(answers) + rest
            fired = list(_fired(definition, place, points, given))
            caps = [gate.cap for gate in fired if gate is not apart]
            parts = part_caps(definition, _score(definition, place, points))
            top = len(definition.bands) - 1
            yield points, min([top, *caps, *parts]), any(gate is apart for gate in fired)


def _fired(
    definition: Definition, place: int, points: int, given: dict[int, int]
) -> Iterator[Gate]:
    score = _score(definition, place, points)
    for gate in definition.gates:
        by_dimension = gate.dimension == place and score < gate.below
        if by_dimension or (gate.question in given and given[gate.question] == gate.equals):
            yield gate


def _score(definition: Definition, place: int, points: int) -> int:
    dimension = definition.dimensions[place]
    return tenths(100 * points, 3 * (dimension.stop - dimension.start))


def scores(definition: Definition, place: int) -> set[int]:
    """Return every rounded score in tenths that a dimension can have, fully answered."""
    size = definition.dimensions[place].stop - definition.dimensions[place].start
    return {tenths(100 * points, 3 * size) for points in range((LEVELS - 1) * size + 1)}


def composite_scores(definition: Definition, weights: Mapping[int, int]) -> set[int]:
    """Return every rounded weighted mean in tenths of some dimensions, fully answered."""
    common = _common(definition)
    sums = {0}
    for place, weight in weights.items():
        size = definition.dimensions[place].stop - definition.dimensions[place].start
        gain = 100 * weight * (common // size)
        sums = {each + gain * points for each in sums for points in range(3 * size + 1)}
    return {tenths(each, 3 * common * sum(weights.values())) for each in sums}
