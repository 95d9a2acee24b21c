"""The formulas of the classes of investment: which class scores give, and what is weighted how."""

from collections.abc import Mapping
from functools import lru_cache

from assessments.questionnaires.definition import Definition
from assessments.questionnaires.model_parts.comparisons import Comparisons

STAR, CASH_COW, WATCH, EXIT = range(4)
"""Places of the classes among the bands."""
LIMITS = (
    "star.prospect",
    "star.fit",
    "cash-cow.cash",
    "cash-cow.fit",
    "watch.prospect",
    "watch.fit",
)
TESTS = {name: name.split(".") for name in LIMITS}
"""Limit -> the class that it gives, and what is compared with it."""


def class_at(limits: Mapping[str, int], prospect: int, fit: int, cash: int) -> int:
    """Return the place of the class that rounded scores in tenths give."""
    if prospect >= limits["star.prospect"] and fit >= limits["star.fit"]:
        return STAR
    if cash >= limits["cash-cow.cash"] and fit >= limits["cash-cow.fit"]:
        return CASH_COW
    if prospect >= limits["watch.prospect"] or fit >= limits["watch.fit"]:
        return WATCH
    return EXIT


@lru_cache(maxsize=32)
def weights(definition: Definition, formula: str) -> Mapping[int, int]:
    """Return a formula's coefficients by the places of dimensions, as whole numbers."""
    prospect = definition.coefficients["prospect"]
    if formula == "prospect":
        return {definition.dimension_place(name): each for name, each in prospect.items()}
    parts = definition.coefficients["comprehensive_value"]
    by_place = {
        definition.dimension_place(name): each * parts["prospect"]
        for name, each in prospect.items()
    }
    by_place[definition.dimension_place("fit")] = parts["fit"] * sum(prospect.values())
    return by_place


def comparisons(definition: Definition) -> Comparisons:
    """Return what decides: the prospect and two dimensions, compared with their limits."""
    fit, cash = map(definition.dimension_place, ("fit", "cash"))
    compared: Mapping[str, str | int] = {"prospect": "prospect", "fit": fit, "cash": cash}
    return Comparisons(
        means={name: weights(definition, name) for name in definition.coefficients},
        scores={"fit": fit, "time_continuity": cash},
        limits=tuple(
            (compared[measure], definition.limits[name]) for name, (_, measure) in TESTS.items()
        ),
        position="comprehensive_value",
    )
