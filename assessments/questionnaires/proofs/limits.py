"""Proofs over tiers and classes: each can be reached, and each limit decides something."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product

from assessments.border.problems import Problem
from assessments.questionnaires.definition import Definition
from assessments.questionnaires.evaluation import Case
from assessments.questionnaires.measuring import measure_all
from assessments.questionnaires.weighting import standing

NEVER = 1001
"""A limit in tenths that no score reaches."""

Limits = Mapping[str, int]
Decide = Callable[[Limits], list[int]]
"""The limits of a model -> the place of the band of every possible result."""


def limit_proofs(definition: Definition, decide: Decide) -> Iterator[Problem]:
    """Yield each band that no result is in, and each limit that decides no result."""
    found = decide(definition.limits)
    for place, band in enumerate(definition.bands):
        if place not in found:
            yield Problem("E_PROOF", f"bands[{place}]", {"band": band.id}, "band_unreachable")
    for name in definition.limits:
        if any(decide({**definition.limits, name: limit}) == found for limit in (0, NEVER)):
            yield Problem("E_PROOF", f"parameters.{name}", {"name": name}, "limit_without_effect")


def full_cases(definition: Definition) -> Iterator[tuple[Case, int]]:
    """Yield every combination of points, fully answered, with its overall score in tenths."""
    sizes = [range(3 * (each.stop - each.start) + 1) for each in definition.dimensions]
    for points in product(*sizes):
        case = _case(definition, points)
        if (overall := standing(case).overall) is not None:
            yield case, overall.tenths


def _case(definition: Definition, points: Iterable[int]) -> Case:
    levels: list[int] = []
    for dimension, total in zip(definition.dimensions, points, strict=True):
        size = dimension.stop - dimension.start
        levels += [min(3, max(0, total - 3 * place)) for place in range(size)]
    answers = tuple(levels)
    return Case(definition=definition, levels=answers, measures=measure_all(definition, answers))


def coefficient_proofs(definition: Definition) -> Iterator[Problem]:
    """Yield each part of a formula that counts for nothing."""
    for formula, parts in definition.coefficients.items():
        for name, weight in parts.items():
            if not weight:
                path, values = f"parameters.{formula}.{name}", {"dimension": name}
                yield Problem("E_PROOF", path, values, "weight_without_effect")


def next_to_limits(definition: Definition, name: str, values: set[int]) -> list[int]:
    """Return the possible scores in tenths that stand next to a limit on one measure."""
    limits = [limit for key, limit in definition.limits.items() if key.endswith(f".{name}")]
    below = {max((each for each in values if each < limit), default=0) for limit in limits}
    above = {min((each for each in values if each >= limit), default=0) for limit in limits}
    return sorted(below | above)
