"""What a reader wants each dimension to reach, and how far its score is from there."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from assessments.border.problems import EngineError, Problem
from assessments.border.quoting import quote
from assessments.numbers.exact import exact
from assessments.numbers.rounding import round_half_up
from assessments.questionnaires.person import ACT_BELOW
from assessments.questionnaires.report import PersonReport, Target
from assessments.words import Phrase

DEFAULT = round_half_up(Fraction(ACT_BELOW, 10), 1)
"""Points that a dimension should reach where nobody said otherwise and a high score is good."""

HIGHEST = 100


def with_targets(report: PersonReport, given: object) -> PersonReport:
    """Return a report that tells how far each dimension is from its target, or raise problems.

    A target that is given, {dimension: points}, counts before the one that every dimension has
    where a high score is good. Without any that is given the report stays as it is.
    """
    targets = read_targets(report, given)
    return replace(report, targets=tuple(_measured(report, targets))) if targets else report


def read_targets(report: PersonReport, given: object) -> dict[str, Decimal]:
    """Return the targets that are given, to one decimal, or raise every problem of them."""
    if not isinstance(given, Mapping):
        raise EngineError([_refused("targets", Phrase("rule.object"), given)])
    names = [each.id for each in report.dimensions]
    problems = list(_problems(names, given))
    if problems:
        raise EngineError(problems)
    return {
        name: round_half_up(exact(given[name]) or Fraction(0), 1) for name in names if name in given
    }


def _problems(names: list[str], given: Mapping[object, object]) -> Iterator[Problem]:
    options = {"options": ", ".join(names)}
    for name, value in given.items():
        if name not in names:
            yield _refused("targets", Phrase("rule.keys_among", options), name)
            continue
        points, path = exact(value), f"targets.{name}"
        if isinstance(value, bool) or points is None or not 0 <= points <= HIGHEST:
            yield _refused(path, Phrase("rule.between", {"low": 0, "high": HIGHEST}), value)
        elif (points * 10).denominator != 1:
            yield _refused(path, Phrase("rule.decimals", {"decimals": 1}), value)


def _refused(path: str, rule: Phrase, found: object) -> Problem:
    return Problem("E_REQUEST", path, {"key": path, "rule": rule, "found": quote(found)})


def _measured(report: PersonReport, targets: Mapping[str, Decimal]) -> Iterator[Target]:
    """gap = target - score, or score - target where a high score is bad; at least 0."""
    good = report.model.high_is_good
    for each in report.dimensions:
        points = targets.get(each.id, DEFAULT if good else None)
        if points is None:
            continue
        gap = None
        if each.score is not None:
            missing = points - each.score if good else each.score - points
            gap = max(missing, Decimal("0.0"))
        yield Target(dimension=each.id, points=points, gap=gap, own=each.id in targets)
