"""Proofs over stages, tiers and classes: each can be reached, and each limit decides something."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import product

from assessments.border.problems import Problem
from assessments.questionnaires.definition import Definition
from assessments.questionnaires.evaluation import Case
from assessments.questionnaires.measuring import measure_all
from assessments.questionnaires.models import selection, tiering
from assessments.questionnaires.proofs.reachable import composite_scores, scores
from assessments.questionnaires.weighting import standing

NEVER = 1001
"""A limit in tenths that no score reaches."""

Limits = Mapping[str, int]
Decide = Callable[[Limits], list[int]]
"""The limits of a model -> the place of the band of every possible result."""


def stage_proofs(definition: Definition) -> Iterator[Problem]:
    """Yield the stages that no answers pass, or that all answers pass."""
    limit = definition.limits["pass"]
    if limit == 0:
        values = {"name": "pass"}
        yield Problem("E_PROOF", "parameters.pass", values, "limit_without_effect")
    for place in range(len(definition.dimensions)):
        if max(scores(definition, place)) < limit:
            values = {"band": definition.bands[place + 1].id}
            yield Problem("E_PROOF", f"bands[{place + 1}]", values, "band_unreachable")


def tier_proofs(definition: Definition) -> Iterator[Problem]:
    """Yield each tier that no answers reach, and each limit that changes no tier."""
    cases = list(_cases(definition))

    def tiers(limits: Limits) -> list[int]:
        tool = replace(definition, limits=limits)
        return [tiering.tier_at(replace(case, definition=tool), overall) for case, overall in cases]

    yield from _proofs(definition, tiers)


def class_proofs(definition: Definition) -> Iterator[Problem]:
    """Yield each class that no answers reach, and each limit that changes no class."""
    results = list(_class_scores(definition))

    def classes(limits: Limits) -> list[int]:
        return [selection.class_at(limits, *each) for each in results]

    yield from _proofs(definition, classes)
    for formula, parts in definition.coefficients.items():
        for name, weight in parts.items():
            if not weight:
                path, values = f"parameters.{formula}.{name}", {"dimension": name}
                yield Problem("E_PROOF", path, values, "weight_without_effect")


def _proofs(definition: Definition, decide: Decide) -> Iterator[Problem]:
    found = decide(definition.limits)
    for place, band in enumerate(definition.bands):
        if place not in found:
            yield Problem("E_PROOF", f"bands[{place}]", {"band": band.id}, "band_unreachable")
    for name in definition.limits:
        if any(decide({**definition.limits, name: limit}) == found for limit in (0, NEVER)):
            yield Problem("E_PROOF", f"parameters.{name}", {"name": name}, "limit_without_effect")


def _cases(definition: Definition) -> Iterator[tuple[Case, int]]:
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


def _class_scores(definition: Definition) -> Iterator[tuple[int, int, int]]:
    """Yield the combinations of prospect, fit and cash that stand next to a limit.

    A class hangs on comparisons with limits only, so the scores between them add nothing.
    """
    weights = selection.weights(definition, "prospect")
    possible = {
        "prospect": composite_scores(definition, weights),
        "fit": scores(definition, definition.dimension_place("fit")),
        "cash": scores(definition, definition.dimension_place("cash")),
    }
    near = {name: _next_to_limits(definition, name, each) for name, each in possible.items()}
    yield from product(near["prospect"], near["fit"], near["cash"])


def _next_to_limits(definition: Definition, name: str, values: set[int]) -> list[int]:
    limits = [limit for key, limit in definition.limits.items() if key.endswith(f".{name}")]
    below = {max((each for each in values if each < limit), default=0) for limit in limits}
    above = {min((each for each in values if each >= limit), default=0) for limit in limits}
    return sorted(below | above)
