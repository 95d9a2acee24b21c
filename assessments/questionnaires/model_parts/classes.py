"""The formulas of the classes of investment: which class scores give, and what is weighted how."""

from collections.abc import Mapping
from functools import lru_cache

from assessments.questionnaires.definition import Definition

STAR, CASH_COW, WATCH, EXIT = range(4)
"""Places of the classes among the bands."""


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
