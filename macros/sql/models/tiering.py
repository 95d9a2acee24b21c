"""Tiers of service, as `assessments/questionnaires/models/tiering.py` finds them."""

from assessments.questionnaires.definition import Definition
from assessments.questionnaires.models.tiering import KEY, LIMITS, ORDINARY, STRATEGIC
from macros.sql.expressions import both, case, either, listed, quoted
from macros.sql.measuring import measuring_steps
from macros.sql.model import SqlModel
from macros.sql.results import band_named, code_of, distances, set_flags, with_common
from macros.sql.step import Query, Step
from macros.sql.weighting import overall_steps

VALUES = {"overall": "overall_tenths", "strategic": "strategic_value", "current": "current_value"}
"""What each limit is compared with; a dimension that is n/a counts as 0."""


def query(definition: Definition) -> Query:
    """Return the steps to the tier of each account."""
    blocks = set_flags(definition.flags)
    reached = {name: _reached(definition, name) for name in LIMITS}
    tiers = [
        ("overall_tenths IS NULL", "NULL"),
        *([(either(blocks), str(ORDINARY))] if blocks else []),
        (both(_of("strategic", reached)), str(STRATEGIC)),
        (either(_of("key", reached)), str(KEY)),
    ]
    values = {
        "strategic_value": "COALESCE(strategic_tenths, 0)",
        "current_value": "COALESCE(current_tenths, 0)",
    }
    *before, rounded = overall_steps(definition)
    steps = [
        *measuring_steps(definition),
        *before,
        Step(name=rounded.name, adds={**rounded.adds, **values}),
        Step(name="judged", adds={"band_place": case(tiers, str(ORDINARY))}),
    ]
    own = {
        "overall_tenths": "overall_tenths",
        "tier": band_named(definition, "band_place"),
        "seed_letter": code_of(definition, "seed_letters", "band_place"),
    }
    limits = [(name, _value(name), definition.limits[name]) for name in LIMITS]
    flags = listed([(either(blocks), quoted("BLOCKED"))] if blocks else [])
    return Query(steps=steps, results=with_common(definition, own, distances(limits), flags))


def _value(limit: str) -> str:
    return VALUES[limit.partition(".")[2]]


def _reached(definition: Definition, limit: str) -> str:
    return f"{_value(limit)} >= {definition.limits[limit]}"


def _of(tier: str, reached: dict[str, str]) -> list[str]:
    return [test for name, test in reached.items() if name.partition(".")[0] == tier]


MODEL = SqlModel(name="tiering", query=query, alike={"band": "tier"})
